package news.slugline.local;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ports of an installation, and the environment variable that moves each. */
enum Port {
    POSTGRES(15432),
    KAFKA(9092),
    CONTROLLER(9093),
    REGISTRY(8084),
    INGEST(8081),
    ENRICH(8082),
    PUBLISH(8080),
    MONITOR(8083);

    private static final int HIGHEST = 65_535;

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    /** The environment variable that changes this port. */
    String variable() {
        return "SLUGLINE_PORT_" + name();
    }

    /** The part as an operator knows it. */
    String part() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UsageException when the variable holds anything but a port */
    int in(Map<String, String> environment) {
        var given = environment.get(variable());
        if (given == null || given.isBlank()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(given.strip());
            if (port >= 1 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw wrong(given, e);
        }
        throw wrong(given, null);
    }

    private UsageException wrong(String given, @Nullable Throwable cause) {
        return new UsageException(
                variable() + " is '" + given + "'; it must be a number from 1 to " + HIGHEST + ".", cause);
    }
}
