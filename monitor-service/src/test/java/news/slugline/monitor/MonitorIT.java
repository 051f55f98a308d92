package news.slugline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import news.slugline.event.CopySettled;
import news.slugline.event.Settlement;
import news.slugline.local.TestStack;
import news.slugline.schemas.Headers;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "slugline.ops.password=secret")
class MonitorIT {

    @LocalServerPort
    private int port;

    @Autowired
    private KafkaTemplate<String, SpecificRecord> events;

    @Autowired
    private ProducerFactory<Object, Object> producers;

    @Autowired
    private Ledger ledger;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.shared().springProperties("monitor").forEach((key, value) -> registry.add(key, () -> value));
    }

    @Test
    void balancesWhatADeskHandedInAgainstWhatCameOut() throws Exception {
        String first = receive("balance");
        receive("balance");
        settle("balance", first, Settlement.held, 11);
        settle("balance", first, Settlement.published, 12);
        settle("balance", first, Settlement.held, 11);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(ledger.balances()).contains(new Balance("balance", 2, 1, 0, 0, 0, 0, 0, 0, 1)));
    }

    @Test
    void countsADeadLetterAsFailedUntilItIsDrivenAgain() throws Exception {
        String receipt = receive("failing");
        raw("article.ingested-dlt", "failing", receipt, "kafka_dlt-exception-message");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(ledger.balances()).contains(new Balance("failing", 1, 0, 0, 0, 0, 0, 0, 1, 0)));
        assertThat(ledger.deadLetters()).anyMatch(letter -> receipt.equals(letter.transactionId()));

        settle("failing", receipt, Settlement.published, 13);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(ledger.balances()).contains(new Balance("failing", 1, 1, 0, 0, 0, 0, 0, 0, 0)));
    }

    @Test
    void passesOverWhatItCannotReadAndGoesOn() throws Exception {
        raw("copy.settled", "unreadable", UUID.randomUUID().toString(), "nothing");
        String receipt = receive("unreadable");
        settle("unreadable", receipt, Settlement.duplicate, 14);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(ledger.balances()).contains(new Balance("unreadable", 1, 0, 0, 0, 1, 0, 0, 0, 0)));
    }

    @Test
    void showsTheConsoleToTheOpsTeamOnly() {
        var http = RestClient.builder().baseUrl("http://127.0.0.1:" + port);
        int stranger = http.build()
                .get()
                .uri("/")
                .exchange((_, answer) -> answer.getStatusCode().value());
        assertThat(stranger).isEqualTo(401);
        String page = http.defaultHeaders(headers -> headers.setBasicAuth("ops", "secret"))
                .build()
                .get()
                .uri("/")
                .retrieve()
                .body(String.class);
        assertThat(page).contains("Balance", "Consumer lag", "Dead letters");
    }

    @Test
    void measuresTheLagOfEveryGroup() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String lags = RestClient.create("http://127.0.0.1:" + port)
                    .get()
                    .uri("/lag")
                    .headers(headers -> headers.setBasicAuth("ops", "secret"))
                    .retrieve()
                    .body(String.class);
            assertThat(lags).contains("\"group\":\"monitor-received\"");
        });
    }

    private String receive(String desk) throws Exception {
        String receipt = UUID.randomUUID().toString();
        raw("copy.received", desk, receipt, "nothing");
        return receipt;
    }

    private void settle(String desk, String receipt, Settlement settlement, long sequence) throws Exception {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        events.send(
                        "copy.settled",
                        "urn:test",
                        new CopySettled(sequence, receipt, desk, "urn:test", 1L, settlement, null, null, now, now))
                .get();
    }

    private void raw(String topic, String desk, String receipt, String reasonHeader) throws Exception {
        var template = new KafkaTemplate<>(
                producers,
                java.util.Map.of(
                        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
        var record =
                new ProducerRecord<Object, Object>(topic, "urn:test".getBytes(UTF_8), "not an event".getBytes(UTF_8));
        record.headers()
                .add(Headers.TRANSACTION_ID, receipt.getBytes(UTF_8))
                .add(Headers.DESK, desk.getBytes(UTF_8))
                .add(reasonHeader, "because".getBytes(UTF_8));
        template.send(record).get();
        template.destroy();
    }
}
