package news.slugline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every other module relies on: of the plain processes always, and of containers where they run. */
@ParameterizedClass
@MethodSource("stacks")
class PartsIT {

    @Parameter
    TestStack stack;

    static List<TestStack> stacks() {
        return switch (TestStack.shared()) {
            case LocalProcessStack processes -> List.of(processes);
            case ContainerStack containers -> List.of(containers, LocalProcessStack.start(Home.locate()));
        };
    }

    @Test
    void brokerKeepsRecordsOverRestart() throws Exception {
        var topic = "kept-" + UUID.randomUUID();
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.bootstrapServers());
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "before")).get();
        }

        stack.restartBroker();

        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .singleElement()
                    .satisfies(read -> assertThat(read.value()).isEqualTo("before"));
        }
    }

    @Test
    void databaseKeepsRowsOverRestart() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS kept");
            statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        stack.stopPostgres();
        stack.startPostgres();

        assertThat(query("SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    void databaseIsDurable() throws SQLException {
        assertThat(List.of(query("SHOW fsync"), query("SHOW synchronous_commit"), query("SHOW full_page_writes")))
                .containsOnly("on");
    }

    @Test
    void registryRefusesIncompatibleSchema() throws Exception {
        var subject = "subject-" + UUID.randomUUID();
        assertThat(register(subject, "string")).isEqualTo(200);
        assertThat(register(subject, "long")).isEqualTo(409);
    }

    /** Registers through the API that other vendors' tools speak. */
    private int register(String subject, String type) throws Exception {
        var schema = """
                {"type": "record", "name": "R", "fields": [{"name": "a", "type": "%s"}]}""".formatted(type);
        var body = "{\"schema\": \"" + schema.replace("\"", "\\\"") + "\"}";
        var base = stack.registryUrl().replace("/apis/registry/v3", "/apis/ccompat/v7");
        var request = HttpRequest.newBuilder(URI.create(base + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).statusCode();
        }
    }

    private String query(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl("ingest"), stack.databaseUser(), stack.databasePassword());
    }
}
