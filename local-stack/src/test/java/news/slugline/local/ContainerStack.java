package news.slugline.local;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The test stack as containers, each on a port of this machine that stays the same over a restart.
 */
final class ContainerStack implements TestStack {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:4.2.1";
    private static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";
    private static final String PASSWORD = "test";

    // The image's own start formats the storage, which can be refused the second time: then start the broker itself.
    private static final String RUN_BROKER = """
            [ -e /tmp/formatted ] && exec java -Xmx512m -cp '/opt/kafka/libs/*' kafka.Kafka /opt/kafka/config/server.properties
            touch /tmp/formatted
            exec /etc/kafka/docker/run
            """;

    private final Network network = Network.builder()
            .createNetworkCmdModifier(create -> create.withLabels(Containers.labels()))
            .build();
    private final List<Integer> ports = FreePorts.find(3);
    private final GenericContainer<?> postgres = postgres();
    private final GenericContainer<?> broker = broker();
    private final GenericContainer<?> registry = registry();

    private ContainerStack() {}

    static ContainerStack start() {
        Containers.removeLeftovers();
        Containers.fetch(List.of(POSTGRES, KAFKA, REGISTRY));
        var stack = new ContainerStack();
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "remove the test containers"));
        try {
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startAll() {
        postgres.start();
        createDatabases();
        broker.start();
        registry.start();
    }

    private GenericContainer<?> postgres() {
        return container(POSTGRES, ports.get(0), 5432)
                .withNetworkAliases("postgres")
                .withEnv("POSTGRES_USER", Postgres.USER)
                .withEnv("POSTGRES_PASSWORD", PASSWORD)
                // fast shutdown: SIGTERM would wait until the last client has gone
                .withCreateContainerCmdModifier(create -> create.withStopSignal("SIGINT"))
                .waitingFor(Wait.forSuccessfulCommand("pg_isready -h 127.0.0.1"));
    }

    private GenericContainer<?> broker() {
        return container(KAFKA, ports.get(1), 9092)
                .withCommand("sh", "-c", RUN_BROKER)
                .withEnv(Map.ofEntries(
                        Map.entry("KAFKA_NODE_ID", "1"),
                        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                        Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093"),
                        Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + ports.get(1)),
                        Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                        Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                        Map.entry("KAFKA_MESSAGE_MAX_BYTES", "17825792"),
                        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                        Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1"),
                        Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")))
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
    }

    private GenericContainer<?> registry() {
        return container(REGISTRY, ports.get(2), 8080)
                .withEnv(Map.of(
                        "APICURIO_STORAGE_KIND", "sql",
                        "APICURIO_STORAGE_SQL_KIND", "postgresql",
                        "APICURIO_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/registry",
                        "APICURIO_DATASOURCE_USERNAME", Postgres.USER,
                        "APICURIO_DATASOURCE_PASSWORD", PASSWORD,
                        "JAVA_TOOL_OPTIONS", "-Dapicurio.rules.global.compatibility=FULL_TRANSITIVE"))
                .waitingFor(Wait.forHttp("/apis/registry/v3/system/info"));
    }

    private GenericContainer<?> container(String image, int hostPort, int port) {
        var container = new GenericContainer<>(DockerImageName.parse(image))
                .withNetwork(network)
                .withLabels(Containers.labels())
                .withExposedPorts(port)
                .withStartupTimeout(PATIENCE);
        container.setPortBindings(List.of("127.0.0.1:" + hostPort + ":" + port));
        return container;
    }

    private void createDatabases() {
        try (var connection = DriverManager.getConnection(jdbcUrl(Postgres.USER), Postgres.USER, PASSWORD);
                var statement = connection.createStatement()) {
            for (var database : Postgres.DATABASES) {
                statement.execute("CREATE DATABASE " + database);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.get(1);
    }

    @Override
    public String registryUrl() {
        return "http://127.0.0.1:" + ports.get(2) + "/apis/registry/v3";
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + ports.get(0) + "/" + database;
    }

    @Override
    public String databasePassword() {
        return PASSWORD;
    }

    @Override
    public void stopPostgres() {
        halt(postgres);
    }

    @Override
    public void startPostgres() {
        resume(postgres);
        await(() -> DriverManager.getConnection(jdbcUrl("ingest"), Postgres.USER, PASSWORD)
                .close());
    }

    @Override
    public void stopBroker() {
        halt(broker);
    }

    @Override
    public void startBroker() {
        resume(broker);
        await(() -> KafkaBroker.ask(bootstrapServers()));
    }

    @Override
    public void close() {
        registry.stop();
        broker.stop();
        postgres.stop();
        network.close();
    }

    private static void halt(GenericContainer<?> container) {
        DockerClientFactory.instance()
                .client()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(20)
                .exec();
    }

    private static void resume(GenericContainer<?> container) {
        DockerClientFactory.instance()
                .client()
                .startContainerCmd(container.getContainerId())
                .exec();
    }

    private static void await(ThrowingRunnable answers) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().untilAsserted(answers);
    }
}
