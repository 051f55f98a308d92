package news.slugline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server of our own, with a database for each service that wants one.
 *
 * <p>It never trades durability for speed: what it has committed is on the disk. That is why it runs as a process that
 * we start, with settings that we give, and stops when we say so, after everything that uses it.
 */
public final class Postgres implements Part {

    /** The databases, all owned by {@link #USER}. */
    public static final List<String> DATABASES = List.of("ingest", "publish", "monitor", "registry");

    /** Who owns the databases. */
    public static final String USER = "slugline";

    private static final String SUPERUSER = "postgres";
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration CREATE = Duration.ofMinutes(1);

    private final Home home;
    private final Path data;
    private final int port;
    private final String password;
    private final Child initdb;
    private final Child server;

    public Postgres(Home home, PartFolder folder, int port, String password) {
        this.home = home;
        this.data = folder.data();
        this.port = port;
        this.password = password;
        this.initdb = new Child("initdb", folder.log(), folder.setupRecord());
        this.server = new Child(name(), folder.log(), folder.record());
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    /** The address of one of the databases, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void start() {
        var programs = PostgresPrograms.unpacked(home);
        if (!Files.exists(data)) {
            createData(programs);
        }
        server.start(
                programs.command(
                        "postgres",
                        List.of(
                                "-D", data.toString(),
                                "-p", Integer.toString(port),
                                "-c", "listen_addresses=127.0.0.1",
                                "-c", "unix_socket_directories=",
                                "-c", "max_connections=200",
                                "-c", "fsync=on",
                                "-c", "synchronous_commit=on",
                                "-c", "full_page_writes=on",
                                "-c", "timezone=UTC",
                                "-c", "log_timezone=UTC")),
                Map.of());
    }

    @Override
    public void awaitHealthy(Duration patience) {
        Health.await(server, patience, this::answers);
        try (var connection = connect()) {
            createDatabases(connection);
        } catch (SQLException e) {
            throw new PartFailedException("PostgreSQL has no databases for the services: " + e.getMessage(), e);
        }
    }

    /** Ends all sessions, writes a checkpoint and stops; what was committed stays. */
    @Override
    public void stop() {
        initdb.stop("TERM", STOP);
        server.stop("INT", STOP);
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

    private void createData(PostgresPrograms programs) {
        var unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        var secret = data.resolveSibling(data.getFileName() + ".secret");
        try {
            Files.createDirectories(data.toAbsolutePath().getParent());
            Folders.delete(unfinished);
            Folders.writeSecret(secret, password);
            initdb.start(
                    programs.command(
                            "initdb",
                            List.of(
                                    "--pgdata=" + unfinished,
                                    "--username=" + SUPERUSER,
                                    "--pwfile=" + secret,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale=C",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8")),
                    Map.of());
            initdb.awaitSuccess(CREATE);
            // Data that is there is complete: it gets its name last.
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL's data cannot be created in " + data, e);
        } finally {
            Folders.delete(secret);
        }
    }

    private boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new PartFailedException(
                        "PostgreSQL's data in " + data + " was made with another password. Give that one, or"
                                + " delete the folder to begin anew.",
                        e);
            }
            return false;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password);
    }

    private void createDatabases(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", USER)) {
                statement.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + password + "'");
            }
            for (var database : DATABASES) {
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                    statement.execute("CREATE DATABASE " + database + " OWNER " + USER);
                }
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}
