package news.slugline.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.slugline.ingest.DeskClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import news.slugline.event.ArticleIngested;
import news.slugline.event.CopyReceived;
import news.slugline.event.CopyRejected;
import news.slugline.event.CopySettled;
import news.slugline.event.Settlement;
import news.slugline.ingest.DeskClient;
import news.slugline.ingest.RunningIngest;
import news.slugline.local.TestStack;
import news.slugline.schemas.EventDeserializer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

@RunningIngest
class HttpDoorIT {

    private static final String STORY = """
            Harbour crane topples in storm

            By Lena Osei

            PORT ESKER (NNA) - A crane fell into the harbour early on Sunday. Nobody was hurt.

            The cause is not known.
            """;

    private final int port;
    private final DeskClient client;

    @Autowired
    private KafkaTemplate<String, SpecificRecord> events;

    HttpDoorIT(@LocalServerPort int port) {
        this.port = port;
        this.client = DeskClient.withKey(port, "sesame");
    }

    @Test
    void answersAcceptedOnlyWhenTheJournalHoldsTheBytes() throws Exception {
        var answer = post("/copy?uri=urn:test:journal&version=4", "sesame", "text/plain", STORY.getBytes(UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode body = json(answer);
        assertThat(body.path("uri").asString()).isEqualTo("urn:test:journal");
        assertThat(body.path("version").asLong()).isEqualTo(4);
        assertThat(body.path("understood").path("byline").asString()).isEqualTo("By Lena Osei");
        assertThat(read("copy.received", CopyReceived.class))
                .filteredOn(event ->
                        event.getReceipt().getId().equals(body.path("receiptId").asString()))
                .singleElement()
                .satisfies(event -> assertThat(new String(event.getContent().array(), UTF_8))
                        .isEqualTo(STORY));
    }

    @Test
    void sendsWhatItUnderstoodOnItsWay() throws Exception {
        post("/copy?uri=urn:test:onward&version=1", "sesame", "text/plain", STORY.getBytes(UTF_8));
        post("/copy?uri=urn:test:onward-flash", "sesame", "application/json", """
                {"urgency": 1, "headline": "Crane down", "body_text": "A crane fell."}""".getBytes(UTF_8));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(read("article.ingested", ArticleIngested.class))
                    .filteredOn(event -> event.getArticle().getUri().equals("urn:test:onward"))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.getArticle().getHeadline()).isEqualTo("Harbour crane topples in storm"));
            assertThat(read("article.ingested.flash", ArticleIngested.class))
                    .anyMatch(event -> event.getArticle().getUri().equals("urn:test:onward-flash"));
        });
    }

    @Test
    void tellsAtOnceThatItHasAReceiptAndThenHowItEnded() throws Exception {
        JsonNode accepted =
                json(post("/copy?uri=urn:test:receipt&version=1", "sesame", "text/plain", STORY.getBytes(UTF_8)));
        String id = accepted.path("receiptId").asString();
        assertThat(accepted.path("receipt").asString()).endsWith("/receipts/" + id);
        assertThat(receipt(id, "sesame").path("status").asString()).isEqualTo("received");

        settle(id, Settlement.published, 2);
        settle(id, Settlement.held, 1);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode state = receipt(id, "sesame");
            assertThat(state.path("status").asString()).isEqualTo("published");
            assertThat(state.path("url").asString()).isEqualTo("http://site.example/stories/1");
        });
    }

    @Test
    void keepsAReceiptFromOtherDesksAndStrangers() throws Exception {
        JsonNode accepted = json(post("/copy?uri=urn:test:private", "sesame", "text/plain", STORY.getBytes(UTF_8)));
        String path = "/receipts/" + accepted.path("receiptId").asString();
        await().until(() -> get(path, "sesame").statusCode() == 200);

        assertThat(get(path, "wrong").statusCode()).isEqualTo(401);
        assertThat(get(path, "open").statusCode()).isEqualTo(404);
        assertThat(get("/receipts/not-a-receipt", "sesame").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAStrangerWithProblemDetails() throws Exception {
        var answer = post("/copy", "wrong", "text/plain", STORY.getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(json(answer).path("remedy").asString()).contains("Authorization: Bearer");
    }

    @Test
    void keepsRefusedCopyWithItsBytesAndReason() throws Exception {
        byte[] copy = "{\"headline\": ".getBytes(UTF_8);
        JsonNode problem = json(post("/copy", "sesame", "application/json", copy));

        assertThat(problem.path("status").asInt()).isEqualTo(422);
        assertThat(read("copy.rejected", CopyRejected.class))
                .filteredOn(event -> event.getReceipt()
                        .getId()
                        .equals(problem.path("receiptId").asString()))
                .singleElement()
                .satisfies(event -> assertThat(event.getContent().array()).isEqualTo(copy));
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> receipt(problem.path("receiptId").asString(), "sesame")
                                .path("status")
                                .asString(),
                        "rejected"::equals);
    }

    @Test
    void refusesAnOversizedPieceAndKeepsWhatItTook() throws Exception {
        var answer = post("/copy", "sesame", "text/plain", new byte[10 * 1024 * 1024 + 1]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("remedy").asString()).isNotBlank();
    }

    @Test
    void takesTextWhateverTypeItIsDeclaredAs() throws Exception {
        var answer =
                post("/copy?uri=urn:test:form", "sesame", "application/x-www-form-urlencoded", STORY.getBytes(UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    @Test
    void refusesWhatIsNoCopyAndSaysWhatItIs() throws Exception {
        var answer = post("/copy", "sesame", "text/plain", "%PDF-1.7\n%\u00e2\u00e3\u00cf".getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(json(answer).path("detail").asString()).contains("PDF");
    }

    @Test
    void takesACollectionApartAndAnswersForEachPiece() throws Exception {
        var answer = post("/copy", "sesame", "application/x-ndjson", """
                {"uri":"urn:batch:1","headline":"One","body_text":"The first of them."}
                {"uri":"urn:batch:2","headline":"Two"}
                {"uri":"urn:batch:3","headline":"Three","body_text":"The third of them."}
                """.getBytes(UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode body = json(answer);
        assertThat(body.path("accepted").asInt()).isEqualTo(2);
        assertThat(body.path("pieces").path(1).path("problem").path("type").asString())
                .endsWith(":no-body");
        String third =
                body.path("pieces").path(2).path("answer").path("receiptId").asString();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> receipt(third, "sesame").path("status").asString(), "received"::equals);
    }

    @Test
    void answersTheSameRequestWithTheSameKeyOnce() throws Exception {
        var first = keyed("k-1", STORY);
        var again = keyed("k-1", STORY);
        var other = keyed("k-1", STORY + "\nAnd more of it, the mayor said on Monday.\n");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(json(again)).isEqualTo(json(first));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("type").asString()).endsWith(":idempotency-key-reused");
        assertThat(read("copy.received", CopyReceived.class))
                .filteredOn(event -> event.getReceipt()
                        .getId()
                        .equals(json(first).path("receiptId").asString()))
                .hasSize(1);
    }

    @Test
    void inflatesGzipAndRefusesWhatIsNone() throws Exception {
        var gzip = client.post(
                "/copy?uri=urn:test:gzip", "text/plain", gzip(STORY.getBytes(UTF_8)), "Content-Encoding", "gzip");
        assertThat(gzip.statusCode()).as(gzip.body()).isEqualTo(202);
        assertThat(json(gzip).path("understood").path("byline").asString()).isEqualTo("By Lena Osei");

        var broken = client.post("/copy", "text/plain", STORY.getBytes(UTF_8), "Content-Encoding", "gzip");
        assertThat(broken.statusCode()).isEqualTo(415);
        assertThat(json(broken).path("receiptId").asString()).isNotBlank();
    }

    @Test
    void stopsInflatingAGzipBombAtTheSizeLimit() throws Exception {
        byte[] bomb = gzip(new byte[200 * 1024 * 1024]);
        var answer = client.post("/copy", "text/plain", bomb, "Content-Encoding", "gzip");

        assertThat(bomb).hasSizeLessThan(1024 * 1024);
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void understandsCopyWithoutTakingIt() throws Exception {
        var answer = post("/understanding?uri=urn:test:looked", "sesame", "text/plain", STORY.getBytes(UTF_8));

        JsonNode understood = json(answer).path("pieces").path(0).path("answer").path("understood");
        assertThat(understood.path("headline").asString()).isEqualTo("Harbour crane topples in storm");
        assertThat(understood.path("lines").size()).isGreaterThan(5);
        assertThat(read("copy.received", CopyReceived.class))
                .noneMatch(event -> event.getUri().equals("urn:test:looked"));
    }

    @Test
    void listsTheDesksReceiptsNewestFirst() throws Exception {
        String id = json(post("/copy?uri=urn:test:listed", "sesame", "text/plain", STORY.getBytes(UTF_8)))
                .path("receiptId")
                .asString();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(json(get("/receipts", "sesame")).findValuesAsString("receiptId"))
                    .contains(id);
            assertThat(json(get("/receipts", "open")).findValuesAsString("receiptId"))
                    .doesNotContain(id);
        });
    }

    @Test
    void doesNotSayAcceptedWhileTheBrokerIsAway() throws Exception {
        TestStack.shared().stopBroker();
        try {
            var answer = post("/copy?uri=urn:test:outage", "sesame", "text/plain", STORY.getBytes(UTF_8));

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(json(answer).path("remedy").asString()).contains("again");
        } finally {
            TestStack.shared().startBroker();
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> post("/copy?uri=urn:test:outage", "sesame", "text/plain", STORY.getBytes(UTF_8))
                                .statusCode()
                        == 202);
    }

    private HttpResponse<String> keyed(String key, String copy) throws Exception {
        return client.post("/copy?uri=urn:test:once", "text/plain", copy.getBytes(UTF_8), "Idempotency-Key", key);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private void settle(String receipt, Settlement settlement, long sequence) throws Exception {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        events.send(
                        "copy.settled",
                        "urn:test:receipt",
                        new CopySettled(
                                sequence,
                                receipt,
                                "north",
                                "urn:test:receipt",
                                1L,
                                settlement,
                                null,
                                "http://site.example/stories/1",
                                now,
                                now))
                .get();
    }

    private JsonNode receipt(String id, String key) throws Exception {
        return json(get("/receipts/" + id, key));
    }

    private HttpResponse<String> get(String path, String key) throws Exception {
        return DeskClient.withKey(port, key).get(path);
    }

    private HttpResponse<String> post(String path, String key, String type, byte[] copy) throws Exception {
        return DeskClient.withKey(port, key).post(path, type, copy);
    }

    private static <E> List<E> read(String topic, Class<E> type) {
        var stack = TestStack.shared();
        try (var values = new EventDeserializer()) {
            values.configure(Map.of("apicurio.registry.url", stack.registryUrl()), false);
            try (var consumer = new KafkaConsumer<>(
                    Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()),
                    new StringDeserializer(),
                    values)) {
                var partitions = consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                var ends = consumer.endOffsets(partitions);
                List<E> found = new java.util.ArrayList<>();
                while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                    consumer.poll(Duration.ofMillis(100)).forEach(record -> found.add(type.cast(record.value())));
                }
                return found;
            }
        }
    }
}
