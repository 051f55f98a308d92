package news.slugline.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A page of raw copy goes in at the door and comes out as a story on the web and in the feeds. */
class RawCopyToStoryIT {

    private static final String COPY = """
            Home > News > Europe

            Ferry service to Ostrava islands resumes after five-day strike

            Passengers queue at the harbour of Vessel Bay on Tuesday. Photograph: Ilse Marchand/Norden Pictures

            By Tomasz Okafor in Vessel Bay

            VESSEL BAY, Norway (NNA) - Ferries to the outer islands sailed again on Tuesday after crews and the operator, \
            Norden Line, agreed on a new roster.

            Advertisement

            “We were down to tinned fish,” said Marit Solheim, who runs the only shop on the smallest island.

            The strike began last Thursday and had left about 4,000 people without regular supplies.

            Share this

            Related articles

            -ENDS-
            """;

    private final Pipeline pipeline = Pipeline.shared();

    @Test
    void publishesRawCopyOnItsPageOnTheHomePageAndInTheFeed() throws Exception {
        var answer = pipeline.handIn("urn:test:ferry", 1, "text/plain; charset=utf-8", COPY.getBytes(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var understood = Pipeline.json(answer).path("understood");
        assertThat(understood.path("headline").asString())
                .isEqualTo("Ferry service to Ostrava islands resumes after five-day strike");
        assertThat(understood.path("lines").size()).isEqualTo((int) COPY.lines().count());

        JsonNode settled = settled(Pipeline.json(answer).path("receiptId").asString());
        assertThat(settled.path("status").asString()).isEqualTo("published");

        var page = pipeline.get(settled.path("url").asString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Slugline-Transaction-Id"))
                .contains(settled.path("receiptId").asString());
        String text = Jsoup.parse(page.body()).body().text();
        assertThat(text)
                .contains("Tomasz Okafor", "Ilse Marchand", "We were down to tinned fish", "about 4,000 people")
                .doesNotContain("Advertisement", "Share this", "Related articles", "-ENDS-");
        assertThat(pipeline.site("/").body()).contains("Ferry service to Ostrava islands");

        var feed = new SyndFeedInput()
                .build(new StringReader(pipeline.site("/feed.rss").body()));
        assertThat(feed.getEntries())
                .anySatisfy(entry -> assertThat(entry.getTitle()).startsWith("Ferry service to Ostrava islands"));
    }

    @Test
    void honoursTheDeclaredCharset() {
        String copy =
                "Café-Besitzer streiten über Öffnungszeiten\n\nKÖLN (dpx) - Die Gäste der Straßencafés müssen früher"
                        + " gehen, entschied der Rat am Montag. Der Ärger ist groß.\n";
        var answer = pipeline.handIn(
                "urn:test:cafe", 1, "text/plain; charset=windows-1252", copy.getBytes(Charset.forName("windows-1252")));

        assertThat(Pipeline.json(answer).path("understood").path("headline").asString())
                .isEqualTo("Café-Besitzer streiten über Öffnungszeiten");
    }

    @Test
    void oneTransactionIdLeadsThroughTheLogOfEveryService() {
        String receipt = pipeline.handInUntilAccepted("urn:test:logs", 1, Samples.story(1));
        settled(receipt);

        for (String service : List.of("ingest", "enrich", "publish")) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(Files.readString(pipeline.log(service)))
                            .as("log of " + service)
                            .contains("\"transaction\":\"" + receipt + "\""));
        }
    }

    @Test
    void oneTraceLeadsFromTheDoorToThePublicLog() {
        String receipt = pipeline.handInUntilAccepted("urn:test:trace", 1, Samples.story(5));
        settled(receipt);
        var topics = new Topics(pipeline.stack());

        var traces = Stream.of(
                        "copy.received", "article.ingested", "article.enriched", "story.published", "copy.settled")
                .map(topic -> topics.read(topic).stream()
                        .filter(record -> receipt.equals(header(record, "slugline-transaction-id")))
                        .map(record -> header(record, "traceparent"))
                        .findFirst()
                        .orElse("nothing on " + topic))
                .toList();

        assertThat(traces).allMatch(trace -> trace.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"));
        assertThat(traces.stream().map(trace -> trace.substring(3, 35)).distinct())
                .hasSize(1);
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Test
    void everyServiceCountsAndTimesWhatItDoes() {
        settled(pipeline.handInUntilAccepted("urn:test:metrics", 2, Samples.story(2)));
        assertThat(settled(pipeline.handInUntilAccepted("urn:test:metrics", 2, Samples.story(2)))
                        .path("status")
                        .asString())
                .isEqualTo("duplicate");
        settled(pipeline.handInUntilAccepted("urn:test:metrics", 1, Samples.story(8)));
        pipeline.handIn("urn:test:empty", 1, "text/plain", new byte[0]);

        assertThat(pipeline.metrics("ingest").body())
                .contains(
                        "slugline_copy_accepted_total",
                        "slugline_copy_rejected_total",
                        "slugline_stage_latency_seconds_bucket");
        assertThat(pipeline.metrics("enrich").body())
                .contains("slugline_article_enriched_total", "slugline_stage_latency_seconds_bucket");
        assertThat(pipeline.metrics("publish").body())
                .contains(
                        "slugline_story_published_total",
                        "slugline_story_stale_total",
                        "slugline_story_duplicate_total",
                        "slugline_wire_to_web_latency_seconds_bucket",
                        "kafka_consumer_fetch_manager_records_lag");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(pipeline.metrics("monitor").body()).contains("slugline_consumer_lag{"));
    }

    @Test
    void anOlderVersionNeverReplacesANewerOne() {
        JsonNode newer = settled(pipeline.handInUntilAccepted("urn:test:fence", 7, Samples.story(7)));
        JsonNode older = settled(pipeline.handInUntilAccepted("urn:test:fence", 3, Samples.story(3)));

        assertThat(newer.path("status").asString()).isEqualTo("published");
        assertThat(older.path("status").asString()).isEqualTo("superseded");
        assertThat(pipeline.get(newer.path("url").asString()).body()).contains(Samples.headline(7));
    }

    @Test
    void badInputGetsAClearErrorAndIsKept() {
        var answer = pipeline.handIn("urn:test:bad", 1, "application/json", "{\"uri\": \"urn:x\", ".getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = Pipeline.json(answer);
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("remedy").asString()).isNotBlank();
        assertThat(settled(problem.path("receiptId").asString()).path("status").asString())
                .isEqualTo("rejected");
    }

    private JsonNode settled(String receipt) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> pipeline.receipt(receipt),
                        state -> state.has("status")
                                && !state.path("status").asString().equals("received"));
    }
}
