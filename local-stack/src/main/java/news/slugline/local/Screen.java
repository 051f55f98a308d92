package news.slugline.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the launcher shows: lines that stay and, on a terminal, one line that moves while parts are waited for. */
final class Screen {

    private static final String FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final Duration FRAME = Duration.ofMillis(120);
    private static final String ERASE = "\r\033[2K";

    private final PrintStream out;
    private final boolean terminal;
    private final Set<String> waitedFor = new LinkedHashSet<>();
    private int frame;

    Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        if (terminal) {
            Thread.ofVirtual().name("spinner").start(this::spin);
        }
    }

    synchronized void line(String text) {
        out.println(terminal ? ERASE + text : text);
        out.flush();
    }

    /** One line that moves on a terminal; elsewhere it is only shown when it is due as a line of its own. */
    synchronized void progress(String text, boolean due) {
        if (terminal) {
            out.print(ERASE + text);
            out.flush();
        } else if (due) {
            line(text);
        }
    }

    /** Shows that a part is waited for, until {@link #ready} or {@link #failed}. */
    synchronized void starting(String part) {
        waitedFor.add(part);
        if (!terminal) {
            line(part + " … starting");
        }
    }

    synchronized void ready(String part, Duration took) {
        waitedFor.remove(part);
        line("%s … ready in %.1f s".formatted(part, took.toMillis() / 1000.0));
    }

    synchronized void failed(String part) {
        waitedFor.remove(part);
        line(part + " … failed");
    }

    /** Nothing is waited for any more, whatever became of it. */
    synchronized void settle() {
        waitedFor.clear();
    }

    private void spin() {
        try {
            while (true) {
                draw();
                Thread.sleep(FRAME);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void draw() {
        if (!waitedFor.isEmpty()) {
            frame = (frame + 1) % FRAMES.length();
            out.print(ERASE + FRAMES.charAt(frame) + " " + String.join(", ", waitedFor));
            out.flush();
        }
    }
}
