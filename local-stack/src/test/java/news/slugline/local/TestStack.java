package news.slugline.local;

import java.util.Map;

/**
 * A real broker, registry and database for the tests of this JVM.
 *
 * <p>All tests of a JVM share one: use topics, keys and rows of your own, and start again what you have stopped.
 */
public sealed interface TestStack permits LocalProcessStack, ContainerStack {

    /** The stack of this JVM, started on first use and stopped with the JVM. */
    static TestStack shared() {
        return SharedStack.get();
    }

    /** What Kafka clients connect to. */
    String bootstrapServers();

    /** The address that the serialisers want; it ends with {@code /apis/registry/v3}. */
    String registryUrl();

    /** The address of one of the databases ingest, publish, monitor and registry. */
    String jdbcUrl(String database);

    /** Who owns the databases. */
    default String databaseUser() {
        return Postgres.USER;
    }

    String databasePassword();

    /** Stops the database, as an operator would; its data stays. */
    void stopPostgres();

    /** Starts the database again at the same address, and returns when it answers. */
    void startPostgres();

    /** Stops the broker, as an operator would; its records stay. */
    void stopBroker();

    /** Starts the broker again at the same address, and returns when it answers. */
    void startBroker();

    /** Stops the broker and starts it again; clients see it gone for some seconds. */
    default void restartBroker() {
        stopBroker();
        startBroker();
    }

    /** Ends everything; the stack cannot be used any more. */
    void close();

    /** The settings that lead a service to this stack. */
    default Map<String, String> springProperties(String database) {
        return Map.of(
                "spring.kafka.bootstrap-servers", bootstrapServers(),
                "spring.kafka.properties.apicurio.registry.url", registryUrl(),
                "spring.datasource.url", jdbcUrl(database),
                "spring.datasource.username", databaseUser(),
                "spring.datasource.password", databasePassword());
    }
}
