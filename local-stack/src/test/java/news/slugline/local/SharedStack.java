package news.slugline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what the tests run on, once in a JVM, and writes down which it was and why.
 *
 * <p>{@code SLUGLINE_TEST_STACK} (environment, or system property) set to {@code docker} or {@code local} decides.
 * Otherwise it is containers where an engine answers and has the images, else plain processes.
 */
final class SharedStack {

    private static @Nullable TestStack shared;

    private SharedStack() {}

    static synchronized TestStack get() {
        if (shared == null) {
            shared = start(Home.locate());
        }
        return shared;
    }

    private static TestStack start(Home home) {
        var wish = Optional.ofNullable(System.getProperty("SLUGLINE_TEST_STACK"))
                .or(() -> Optional.ofNullable(System.getenv("SLUGLINE_TEST_STACK")))
                .orElse("");
        return switch (wish) {
            case "docker" -> containers(home, "SLUGLINE_TEST_STACK asks for them");
            case "local" -> processes(home, "SLUGLINE_TEST_STACK asks for them");
            case "" -> choose(home);
            default ->
                throw new IllegalArgumentException("SLUGLINE_TEST_STACK is docker, local, or not set; not " + wish);
        };
    }

    private static TestStack choose(Home home) {
        return switch (DockerEngine.find()) {
            case DockerEngine.Absent(var reason) -> processes(home, reason);
            case DockerEngine.Present(var where) -> containersOrProcesses(home, where);
        };
    }

    private static TestStack containersOrProcesses(Home home, String where) {
        try {
            return containers(home, "a Docker engine answers at " + where);
        } catch (RuntimeException | LinkageError e) {
            return processes(home, "a Docker engine answers at " + where + ", but containers do not start: " + e);
        }
    }

    private static TestStack containers(Home home, String reason) {
        var stack = ContainerStack.start();
        report(home, "Integration tests ran on containers (Testcontainers): " + reason + ".");
        return stack;
    }

    private static TestStack processes(Home home, String reason) {
        var stack = LocalProcessStack.start(home);
        report(home, "Integration tests ran on plain processes (local-stack): " + reason + ".");
        return stack;
    }

    private static void report(Home home, String sentence) {
        try {
            Files.writeString(home.built().resolve("test-stack.txt"), sentence + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
