package news.slugline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A Kafka broker of our own: one node that is broker and controller, reachable from this machine only.
 *
 * <p>It creates no topic by itself: a misspelled name is an error, not a new topic.
 */
public final class KafkaBroker implements Part {

    // Any constant will do for a cluster of one; the data carries it for ever.
    private static final String CLUSTER_ID = "c2x1Z2xpbmUtbG9jYWwtMQ";
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final Duration FORMAT = Duration.ofMinutes(1);

    private final Home home;
    private final PartFolder folder;
    private final int port;
    private final int controllerPort;
    private final Child format;
    private final Child broker;

    public KafkaBroker(Home home, PartFolder folder, int port, int controllerPort) {
        this.home = home;
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
        this.format = new Child("Kafka's storage tool", folder.log(), folder.setupRecord());
        this.broker = new Child(name(), folder.log(), folder.record());
    }

    @Override
    public String name() {
        return "Kafka";
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() {
        var settings = folder.data().resolveSibling("kafka.properties");
        try {
            Files.createDirectories(folder.data());
            Files.writeString(settings, settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(folder.data().resolve("meta.properties"))) {
            format(settings);
        }
        broker.start(kafka("-Xmx512m", "kafka.Kafka", settings.toString()), Map.of());
    }

    @Override
    public void awaitHealthy(Duration patience) {
        Health.await(broker, patience, () -> Health.listens(port) && answers());
    }

    @Override
    public void stop() {
        format.stop("TERM", STOP);
        broker.stop("TERM", STOP);
    }

    @Override
    public void kill() {
        broker.kill();
    }

    @Override
    public boolean running() {
        return broker.running();
    }

    @Override
    public long pid() {
        return broker.pid();
    }

    private void format(Path settings) {
        format.start(
                kafka(
                        "-Xmx128m",
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        CLUSTER_ID,
                        "--config",
                        settings.toString()),
                Map.of());
        format.awaitSuccess(FORMAT);
    }

    private List<String> kafka(String memory, String... mainAndArguments) {
        var command = new ArrayList<>(List.of(
                Home.java(),
                memory,
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlog4j2.configurationFile=classpath:kafka-log4j2.properties",
                "-cp",
                home.kafkaClassPath()));
        command.addAll(List.of(mainAndArguments));
        return command;
    }

    /** Returns when a broker at the address has answered a request; throws when it does not. */
    static void ask(String bootstrapServers) throws ExecutionException, TimeoutException, InterruptedException {
        var settings = Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000);
        try (var admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
        }
    }

    private boolean answers() {
        try {
            ask(bootstrapServers());
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                # a piece of copy with its pictures is up to 16 MB, and the record around it needs room
                message.max.bytes=17825792
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=4
                group.initial.rebalance.delay.ms=0
                """.formatted(port, controllerPort, folder.data().toAbsolutePath());
    }
}
