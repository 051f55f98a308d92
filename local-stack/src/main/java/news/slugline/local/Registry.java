package news.slugline.local;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The schema registry, its storage in PostgreSQL, reachable from this machine only.
 *
 * <p>Start it after PostgreSQL. Every schema that it takes must be compatible, both ways, with all earlier versions.
 */
public final class Registry implements Part {

    private static final Duration STOP = Duration.ofSeconds(15);

    private final Home home;
    private final int port;
    private final Map<String, String> database;
    private final Child server;

    public Registry(Home home, PartFolder folder, int port, Postgres storage, String password) {
        this.home = home;
        this.port = port;
        this.database = Map.of(
                "APICURIO_DATASOURCE_URL",
                storage.jdbcUrl("registry"),
                "APICURIO_DATASOURCE_USERNAME",
                Postgres.USER,
                "APICURIO_DATASOURCE_PASSWORD",
                password);
        this.server = new Child(name(), folder.log(), folder.record());
    }

    @Override
    public String name() {
        return "Schema registry";
    }

    /** The address that the serialisers want. */
    public String url() {
        return "http://127.0.0.1:" + port + "/apis/registry/v3";
    }

    @Override
    public void start() {
        server.start(
                List.of(
                        Home.java(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-Dapicurio.storage.kind=sql",
                        "-Dapicurio.storage.sql.kind=postgresql",
                        "-Dapicurio.datasource.jdbc.initial-size=2",
                        "-Dapicurio.datasource.jdbc.min-size=2",
                        "-Dapicurio.datasource.jdbc.max-size=10",
                        "-Dapicurio.rules.global.compatibility=FULL_TRANSITIVE",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.http.access-log.enabled=false",
                        // It cannot be turned off, and by itself listens on every interface, on a port that is not
                        // ours.
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=0",
                        "-jar",
                        home.registryJar().toString()),
                database);
    }

    @Override
    public void awaitHealthy(Duration patience) {
        Health.await(server, patience, () -> Health.answers(URI.create(url() + "/system/info")));
    }

    @Override
    public void stop() {
        server.stop("TERM", STOP);
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public boolean running() {
        return server.running();
    }

    @Override
    public long pid() {
        return server.pid();
    }
}
