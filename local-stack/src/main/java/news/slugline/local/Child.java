package news.slugline.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process that we started, its log, and the record by which a later run finds it should we be killed.
 *
 * <p>Whoever starts a child must stop it, in a shutdown hook too: it does not die with us.
 */
final class Child {

    private static final Duration FORCIBLY = Duration.ofSeconds(10);
    private static final int LAST_BYTES = 16 * 1024;

    private final String name;
    private final Path log;
    private final ProcessRecord record;
    private @Nullable Process process;

    Child(String name, Path log, Path recordFile) {
        this.name = name;
        this.log = log;
        this.record = new ProcessRecord(recordFile);
    }

    /** Starts the command; its output is appended to the log. */
    synchronized void start(List<String> command, Map<String, String> environment) {
        if (running()) {
            throw new IllegalStateException(name + " runs already as process " + pid());
        }
        refuseInShutdown();
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
            record.write(process.toHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    /**
     * Returns when a command that ends by itself has ended well.
     *
     * @throws PartFailedException when it reports an error, or takes longer than the patience
     */
    synchronized void awaitSuccess(Duration patience) {
        if (process == null || !ended(process, patience) || process.exitValue() != 0) {
            kill();
            throw failed("failed.");
        }
        record.delete();
    }

    synchronized boolean running() {
        return process != null && process.isAlive();
    }

    synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process.pid();
    }

    /** Sends the signal that asks this program to finish; kills it when that takes longer than the patience. */
    synchronized void stop(String signal, Duration patience) {
        if (process == null) {
            return;
        }
        if (process.isAlive()) {
            signal(signal, process.pid());
            if (!ended(process, patience)) {
                process.destroyForcibly();
                ended(process, FORCIBLY);
            }
        }
        record.delete();
    }

    synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            ended(process, FORCIBLY);
            record.delete();
        }
    }

    PartFailedException failed(String reason) {
        return new PartFailedException(name + " " + reason, log, lastLines(12));
    }

    List<String> lastLines(int count) {
        try (var file = Files.newByteChannel(log)) {
            file.position(Math.max(0, file.size() - LAST_BYTES));
            var tail = ByteBuffer.allocate(LAST_BYTES);
            while (tail.hasRemaining() && file.read(tail) >= 0) {}
            var lines = new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The shutdown hooks end each child once; one that is started after that would stay. */
    private static void refuseInShutdown() {
        var hook = new Thread(() -> {});
        Runtime.getRuntime().addShutdownHook(hook); // throws once the shutdown has begun
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private static boolean ended(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
