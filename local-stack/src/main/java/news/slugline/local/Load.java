package news.slugline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code slugline load}: hands in an archive, at a bounded rate and in the routine lane, and goes on where it was ended.
 *
 * @param folder where the records of loads are kept
 * @param rate pieces a second at most
 */
record Load(Desk desk, Screen screen, Path folder, int rate) {

    static final int DEFAULT_RATE = 50;
    private static final int IN_FLIGHT = 8;
    private static final Duration UNREACHABLE = Duration.ofSeconds(2);

    /** Returns 0 when every entry was accepted, now or before, else 1. */
    int run(Path path) {
        var archive = Archive.open(path);
        var record = LoadRecord.of(folder, path);
        int total = archive.size();
        if (record.size() > 0) {
            screen.line("Going on after " + record.size() + " of " + total + " entries.");
        }
        var progress = new LoadProgress(total, record.size());
        var failure = new AtomicReference<RuntimeException>();
        var places = new Semaphore(IN_FLIGHT);
        long[] next = {System.nanoTime()};
        archive.forEach(entry -> failure.get() == null && !record.isDone(entry), entry -> {
            waitUntil(next[0]);
            next[0] = Math.max(System.nanoTime(), next[0] + 1_000_000_000L / rate);
            places.acquireUninterruptibly();
            Thread.startVirtualThread(() -> {
                try {
                    handIn(entry, record);
                    progress.one(screen, record.refused());
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                } finally {
                    places.release();
                }
            });
        });
        places.acquireUninterruptibly(IN_FLIGHT);
        if (failure.get() != null) {
            throw failure.get();
        }
        return finish(total, record);
    }

    private int finish(int total, LoadRecord record) {
        screen.line(
                "%,d of %,d entries handed in, %,d of them refused.".formatted(record.size(), total, record.refused()));
        if (record.refused() > 0) {
            screen.line("Refused ones, with the reason: " + record.file());
        }
        return record.refused() == 0 ? 0 : 1;
    }

    /** Tries for as long as the door says later, or nobody is there. */
    private void handIn(Archive.Entry entry, LoadRecord record) {
        while (true) {
            switch (desk.handInFromArchive(entry.piece())) {
                case Desk.Answer.Accepted(var body) -> {
                    int refused = body.path("refused").asInt(0);
                    if (refused > 0) {
                        record.refused(entry.name(), refused + " of its pieces were refused");
                    } else {
                        record.accepted(entry.name());
                    }
                    return;
                }
                case Desk.Answer.Refused(var status, var problem)
                when status == 401 || status == 403 ->
                    throw new UsageException(String.join("\n", Send.problem(status, problem)));
                case Desk.Answer.Refused(var status, var problem) -> {
                    record.refused(
                            entry.name(), status + " " + problem.path("detail").asText(""));
                    return;
                }
                case Desk.Answer.Later(var retryAfter, var _) -> LockSupport.parkNanos(retryAfter.toNanos());
                case Desk.Answer.Unreachable(var reason) -> {
                    screen.progress(reason, true);
                    LockSupport.parkNanos(UNREACHABLE.toNanos());
                }
            }
        }
    }

    private static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** How far a load is, at what rate, and how long it will still take. */
    static final class LoadProgress {

        private static final int WIDTH = 30;
        private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

        private final int total;
        private final int before;
        private final long start = System.nanoTime();
        private int done;
        private long lastLine = start;

        LoadProgress(int total, int before) {
            this.total = total;
            this.before = before;
        }

        synchronized void one(Screen screen, int refused) {
            done++;
            long now = System.nanoTime();
            boolean due = now - lastLine > BETWEEN_LINES.toNanos();
            lastLine = due ? now : lastLine;
            screen.progress(line(total, before + done, done, refused, Duration.ofNanos(now - start)), due);
        }

        /**
         * The line that is shown.
         *
         * @param soFar entries dealt with, in earlier runs too
         * @param now entries dealt with in this run, which took that long
         */
        static String line(int total, int soFar, int now, int refused, Duration took) {
            double rate = now / Math.max(0.001, took.toMillis() / 1000.0);
            long left = Math.round((total - soFar) / Math.max(0.001, rate));
            int filled = total == 0 ? WIDTH : Math.min(WIDTH, soFar * WIDTH / total);
            return String.format(
                    Locale.ROOT,
                    "[%s%s] %,d/%,d  %.0f/s  %d:%02d:%02d left%s",
                    "#".repeat(filled),
                    "-".repeat(WIDTH - filled),
                    soFar,
                    total,
                    rate,
                    left / 3600,
                    left / 60 % 60,
                    left % 60,
                    refused == 0 ? "" : "  " + refused + " refused");
        }
    }
}
