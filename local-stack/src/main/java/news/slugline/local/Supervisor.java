package news.slugline.local;

import java.time.Duration;

/**
 * Starts a part again whenever it ends by itself, with longer and longer pauses while it keeps ending.
 *
 * <p>It runs until the JVM shuts down: from then on nothing is started any more.
 */
record Supervisor(Part part, Screen screen) implements Runnable {

    private static final Duration WATCH = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    @Override
    public void run() {
        try {
            var pause = FIRST_PAUSE;
            while (true) {
                long began = System.nanoTime();
                while (part.running()) {
                    Thread.sleep(WATCH);
                }
                boolean steady = System.nanoTime() - began > STEADY.toNanos();
                pause = steady ? FIRST_PAUSE : pause;
                screen.line("%s ended; it is started again in %d s".formatted(part.name(), pause.toSeconds()));
                Thread.sleep(pause);
                pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
                startAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() {
        try {
            part.start();
            part.awaitHealthy(PATIENCE);
            screen.line(part.name() + " runs again");
        } catch (PartFailedException e) {
            screen.line(String.valueOf(e.getMessage()));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
