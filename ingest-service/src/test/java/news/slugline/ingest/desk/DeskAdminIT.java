package news.slugline.ingest.desk;

import static news.slugline.ingest.DeskClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import news.slugline.ingest.DeskClient;
import news.slugline.ingest.RunningIngest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningIngest
class DeskAdminIT {

    private static final String STORY = """
            Ferry timetable changes

            The last ferry leaves at nine from Monday, the operator said on Friday.
            """;

    private final int port;
    private final MeterRegistry meters;
    private final DeskClient ops;

    DeskAdminIT(@LocalServerPort int port, @Autowired MeterRegistry meters) {
        this.port = port;
        this.meters = meters;
        this.ops = DeskClient.ops(port);
    }

    @Test
    void createsADeskWhoseKeyIsShownOnceAndWorksAtOnce() throws Exception {
        JsonNode created = create("""
                {"name":"harbour","source":"Harbour News","zone":"Europe/Oslo","language":"nb","section":"Coast"}""");
        String key = created.path("key").asString();

        var answer = send(key, "urn:admin:1");
        assertThat(answer.path("understood").path("source").asString()).isEqualTo("Harbour News");
        assertThat(answer.path("understood").path("section").asString()).isEqualTo("Coast");
        assertThat(ops.get("/admin/desks").body()).contains("\"harbour\"").doesNotContain(key);
    }

    @Test
    void refusesStrangersAndDesksAtTheAdministration() throws Exception {
        assertThat(DeskClient.withKey(port, "sesame").get("/admin/desks").statusCode())
                .isEqualTo(401);
        assertThat(DeskClient.withKey(port, "sesame")
                        .post("/admin/desks", "application/json", "{\"name\":\"mine\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void saysWhichSettingCannotBe() throws Exception {
        var zone = ops.post("/admin/desks", "application/json", "{\"name\":\"moon\",\"zone\":\"Moon/Far\"}");
        assertThat(zone.statusCode()).isEqualTo(400);
        assertThat(json(zone).path("remedy").asString()).contains("'zone'", "Europe/Paris");
        assertThat(ops.post("/admin/desks", "application/json", "{\"name\":\"north\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(ops.get("/admin/desks/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void rotatesAKeyWithAnOverlap() throws Exception {
        String old = create("{\"name\":\"turning\"}").path("key").asString();
        String overlapping = json(ops.post("/admin/desks/turning/key?overlapMinutes=10", "application/json", ""))
                .path("key")
                .asString();
        assertThat(status(old)).isEqualTo(200);
        assertThat(status(overlapping)).isEqualTo(200);

        String last = json(ops.post("/admin/desks/turning/key", "application/json", ""))
                .path("key")
                .asString();
        assertThat(status(old)).isEqualTo(401);
        assertThat(status(overlapping)).isEqualTo(401);
        assertThat(status(last)).isEqualTo(200);
    }

    @Test
    void closesADeskForGood() throws Exception {
        String key = create("{\"name\":\"leaving\"}").path("key").asString();

        assertThat(json(ops.delete("/admin/desks/leaving")).path("closed").asBoolean())
                .isTrue();
        assertThat(status(key)).isEqualTo(401);
        assertThat(ops.post("/admin/desks/leaving/key", "application/json", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void barsADeskFromADoorThatIsNotItsOwn() throws Exception {
        String key = create("{\"name\":\"folders-only\",\"doors\":[\"folder\"]}")
                .path("key")
                .asString();

        var answer = DeskClient.withKey(port, key).post("/copy", "text/plain", STORY);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).path("remedy").asString()).contains("folder");
    }

    @Test
    void keepsADeskToItsRateAndSaysWhenToComeAgain() throws Exception {
        String key =
                create("{\"name\":\"slow\",\"piecesPerMinute\":1}").path("key").asString();
        var desk = DeskClient.withKey(port, key);

        assertThat(desk.post("/copy?uri=urn:slow:1", "text/plain", STORY).statusCode())
                .isEqualTo(202);
        var answer = desk.post("/copy?uri=urn:slow:2", "text/plain", STORY);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(refusals("slow", "rate-limited")).isEqualTo(1);

        ops.put("/admin/desks/slow", "{\"piecesPerMinute\":600}");
        assertThat(desk.post("/copy?uri=urn:slow:2", "text/plain", STORY).statusCode())
                .isEqualTo(202);
    }

    @Test
    void countsEveryRefusalPerDeskAndReason() throws Exception {
        String key = create("{\"name\":\"clumsy\"}").path("key").asString();
        var desk = DeskClient.withKey(port, key);
        desk.post("/copy", "application/json", "{\"headline\": ");
        desk.post("/copy", "application/json", "{\"headline\": ");
        desk.post("/copy", "application/json", "{\"headline\": \"Alone\"}");

        assertThat(refusals("clumsy", "not-json")).isEqualTo(2);
        assertThat(refusals("clumsy", "no-body")).isEqualTo(1);
    }

    @Test
    void raisesAnAlertWhenADeskIsSilentForLongerThanItsCadence() throws Exception {
        create("{\"name\":\"quiet\",\"cadence\":\"PT1S\"}");
        create("{\"name\":\"patient\",\"cadence\":\"PT24H\"}");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(gauge("slugline.desk.silent", "quiet")).isEqualTo(1);
            assertThat(gauge("slugline.desk.silent", "patient")).isZero();
        });
    }

    private JsonNode create(String settings) throws Exception {
        var answer = ops.post("/admin/desks", "application/json", settings);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private JsonNode send(String key, String uri) throws Exception {
        var answer = DeskClient.withKey(port, key).post("/copy?uri=" + uri, "text/plain", STORY);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer);
    }

    private int status(String key) throws Exception {
        return DeskClient.withKey(port, key).get("/receipts").statusCode();
    }

    private double refusals(String desk, String reason) {
        return meters.counter("slugline.copy.rejected", "desk", desk, "reason", reason)
                .count();
    }

    private double gauge(String name, String desk) {
        var gauge = meters.find(name).tag("desk", desk).gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }
}
