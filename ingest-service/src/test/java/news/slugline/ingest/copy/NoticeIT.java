package news.slugline.ingest.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.slugline.ingest.DeskClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import news.slugline.ingest.DeskClient;
import news.slugline.ingest.RunningIngest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningIngest
class NoticeIT {

    private final DeskClient desk;
    private final DeskClient other;
    private final JdbcClient jdbc;

    NoticeIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        this.desk = DeskClient.withKey(port, "sesame");
        this.other = DeskClient.withKey(port, "open");
        this.jdbc = jdbc;
    }

    @Test
    void bindsAKillToTheOnlyStoryOfItsSlugline() throws Exception {
        String uri = story("notice-1", "quay-fire");

        JsonNode kill = kill("{\"slugline\":\"Quay-Fire\",\"pubstatus\":\"canceled\"}");

        assertThat(kill.path("uri").asString()).isEqualTo(uri);
        assertThat(kill.path("understood").path("pubStatus").asString()).isEqualTo("canceled");
    }

    @Test
    void leavesAKillThatFitsTwoStoriesToAPersonAndCarriesOutTheDecision() throws Exception {
        String first = story("notice-2a", "rail-strike");
        String second = story("notice-2b", "rail-strike");

        JsonNode kill = kill("{\"slugline\":\"rail-strike\",\"pubstatus\":\"canceled\"}");
        assertThat(kill.path("understood").path("undecided").asBoolean()).isTrue();
        JsonNode waiting = waiting(kill.path("receiptId").asString());
        assertThat(waiting.path("choices").findValuesAsString("uri")).containsExactlyInAnyOrder(first, second);
        assertThat(json(other.get("/notices")).isEmpty()).isTrue();

        var decided = desk.post(
                "/notices/" + kill.path("receiptId").asString(), "application/json", "{\"uri\":\"" + second + "\"}");

        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode receipt =
                    json(desk.get("/receipts/" + json(decided).path("receiptId").asString()));
            assertThat(receipt.path("uri").asString()).isEqualTo(second);
        });
        assertThat(json(desk.get("/notices")).findValuesAsString("receiptId"))
                .doesNotContain(kill.path("receiptId").asString());
    }

    @Test
    void leavesAKillThatFitsNoStoryToAPersonWhoMaySetItAside() throws Exception {
        String id = kill("{\"slugline\":\"never-moved\",\"pubstatus\":\"canceled\"}")
                .path("receiptId")
                .asString();
        waiting(id);

        assertThat(other.post("/notices/" + id, "application/json", "{}").statusCode())
                .isEqualTo(404);
        assertThat(desk.post("/notices/" + id, "application/json", "{}").statusCode())
                .isEqualTo(200);
        assertThat(json(desk.get("/notices")).findValuesAsString("receiptId")).doesNotContain(id);
    }

    @Test
    void takesAKillByTheProvidersIdBeforeItsStory() throws Exception {
        JsonNode kill = kill("{\"uri\":\"notice-early\",\"pubstatus\":\"canceled\"}");
        assertThat(kill.path("uri").asString()).endsWith(":id:notice-early");
        assertThat(kill.path("understood").path("undecided").asBoolean()).isFalse();
    }

    private String story(String id, String slugline) throws Exception {
        JsonNode answer = hand("""
                {"uri":"%s","slugline":"%s","headline":"Story %s","body_text":"It is about %s."}""".formatted(id, slugline, id, slugline));
        String uri = answer.path("uri").asString();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from known_article where uri = ?")
                                .param(uri)
                                .query(Integer.class)
                                .single()
                        == 1);
        return uri;
    }

    private JsonNode kill(String ninjs) throws Exception {
        return hand(ninjs);
    }

    private JsonNode hand(String ninjs) throws Exception {
        var answer = desk.post("/copy", "application/json", ninjs.getBytes(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer);
    }

    private JsonNode waiting(String receiptId) {
        var found = new AtomicReference<JsonNode>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            json(desk.get("/notices"))
                    .valueStream()
                    .filter(notice -> notice.path("receiptId").asString().equals(receiptId))
                    .findFirst()
                    .ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }
}
