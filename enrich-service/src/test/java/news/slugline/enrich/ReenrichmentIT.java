package news.slugline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Enrichment;
import news.slugline.event.Lane;
import news.slugline.event.PubStatus;
import news.slugline.event.Receipt;
import news.slugline.event.Tag;
import news.slugline.local.TestStack;
import news.slugline.schemas.Topic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chosen stories are enriched again from the log, and only those that change are sent on. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "slugline.ops.password=secret")
class ReenrichmentIT {

    private static final String BODY = """
            Crane drivers went on strike on Monday, said Wanjiru Kamau, the mayor of Mombasa.

            The Harbour Workers Union wants higher wages for 3,000 workers. Kamau called for talks.""";

    @TempDir
    private static Path media;

    private final String desk = "desk-" + UUID.randomUUID();
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private EnrichedSender sender;

    @Autowired
    private EnrichedLog log;

    private String root = "";

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.shared().springProperties("publish").forEach((key, value) -> registry.add(key, () -> value));
        registry.add("slugline.media.folder", media::toString);
    }

    @BeforeEach
    void find(@LocalServerPort int port) {
        root = "http://127.0.0.1:" + port + "/reenrichment";
    }

    @Test
    void sendsOnWhatChangesAndNothingASecondTime() throws Exception {
        String uri = desk + ":1";
        sender.send(enriched(uri, 1, "Dockers walk out", PubStatus.usable, Map.of("topics", "0")));
        sender.send(enriched(uri, 2, "Dockers walk out in Mombasa", PubStatus.usable, Map.of("topics", "0")));
        sender.send(enriched(desk + ":killed", 1, "Gone", PubStatus.canceled, Map.of()));

        var first = run("?desk=" + desk + "&rate=100");
        var second = run("?desk=" + desk + "&rate=100");

        assertThat(first.path("state").asString()).isEqualTo("done");
        assertThat(List.of(first.path("chosen").asInt(), first.path("changed").asInt()))
                .isEqualTo(List.of(1, 1));
        assertThat(List.of(second.path("chosen").asInt(), second.path("changed").asInt()))
                .isEqualTo(List.of(1, 0));
        assertThat(revised(uri)).singleElement().satisfies(again -> {
            assertThat(again.getArticle().getHeadline()).isEqualTo("Dockers walk out in Mombasa");
            assertThat(again.getEnrichment().getTags())
                    .extracting(Tag::getQcode)
                    .contains("medtop:09000000");
            assertThat(again.getEnrichment().getEntities()).isNotEmpty();
        });
    }

    @Test
    void choosesByStepVersionAndByTime() throws Exception {
        sender.send(enriched(desk + ":old", 1, "Dockers walk out", PubStatus.usable, Map.of("topics", "0")));

        assertThat(run("?desk=" + desk + "&until=2026-03-02T12:00:00Z")
                        .path("chosen")
                        .asInt())
                .isZero();
        assertThat(run("?desk=" + desk + "&since=2026-03-02T12:00:01Z")
                        .path("chosen")
                        .asInt())
                .isZero();
        assertThat(run("?desk=" + desk + "&step=topics").path("chosen").asInt()).isEqualTo(1);
        assertThat(run("?desk=" + desk + "&step=topics").path("chosen").asInt()).isZero();
        assertThat(run("?desk=" + desk).path("chosen").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhatCannotBeStarted() throws Exception {
        assertThat(call("POST", "?step=horoscope").body()).contains("The steps are language, pictures, entities");
        assertThat(call("POST", "?rate=0").statusCode()).isEqualTo(400);
        assertThat(http.send(HttpRequest.newBuilder(URI.create(root)).build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    private JsonNode run(String choice) throws Exception {
        assertThat(call("POST", choice).statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !call("GET", "").body().contains("\"running\""));
        return JsonMapper.shared().readTree(call("GET", "").body());
    }

    private HttpResponse<String> call(String method, String query) throws Exception {
        String ops = Base64.getEncoder().encodeToString("ops:secret".getBytes(UTF_8));
        var request = HttpRequest.newBuilder(URI.create(root + query))
                .header("Authorization", "Basic " + ops)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private List<ArticleEnriched> revised(String uri) {
        var found = new ArrayList<ArticleEnriched>();
        try (var consumer = log.open()) {
            var ends = new HashMap<>(consumer.endOffsets(consumer.assignment()));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.topic().equals(Topic.ARTICLE_ENRICHED_REVISED.topicName())) {
                        log.read(record)
                                .filter(story -> story.getArticle().getUri().equals(uri))
                                .forEach(found::add);
                    }
                }
            }
        }
        return found;
    }

    private ArticleEnriched enriched(
            String uri, long version, String headline, PubStatus status, Map<String, String> steps) {
        var article = Article.newBuilder(Articles.article(headline, BODY))
                .setUri(uri)
                .setVersion(version)
                .setPubStatus(status)
                .build();
        return new ArticleEnriched(
                new Receipt(UUID.randomUUID().toString(), desk, "http", Articles.NOON, Lane.routine),
                article,
                Enrichment.newBuilder().setSteps(steps).build(),
                Articles.NOON);
    }
}
