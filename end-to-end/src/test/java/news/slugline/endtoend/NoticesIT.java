package news.slugline.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What wires order is carried out on the site, whatever the format that orders it and however it names its story. */
class NoticesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String XML = "application/xml";

    private final Pipeline pipeline = Pipeline.shared();
    private final String id = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KILL KILL KILL\n\nEds: Kill the story slugged quay-fire-%1$s. A substitute follows.\n",
                "BULLETIN KILL\n\nSlug: quay-fire-%1$s\n\nThe story is wrong in its facts and must not be used.\n",
                "{\"slugline\": \"Quay-Fire-%1$s\", \"pubstatus\": \"canceled\"}",
                "{\"uri\": \"item-%1$s\", \"version\": 1, \"pubstatus\": \"stat:canceled\"}",
                "<newsItem guid='item-%1$s' version='9'><itemMeta><pubStatus qcode='stat:canceled'/></itemMeta><contentMeta/></newsItem>",
                "<nitf><head><docdata management-status='canceled'><doc-id id-string='item-%1$s'/></docdata></head><body/></nitf>",
                "<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>item-%1$s</NewsItemId></NewsIdentifier></Identification><NewsManagement><Status FormalName='Canceled'/></NewsManagement></NewsItem></NewsML>",
                "<feed xmlns:at='http://purl.org/atompub/tombstones/1.0'><at:deleted-entry ref='item-%1$s' when='2026-03-01T12:00:00Z'/></feed>",
                "From: desk@wire.example\r\nSubject: MANDATORY KILL: quay-fire-%1$s\r\nDate: Sun, 1 Mar 2026 11:00:00 +0000\r\n\r\nEditors: kill the story slugged quay-fire-%1$s at once.\r\n"
            })
    void aKillTakesTheStoryDownForGood(String notice) {
        String url = story();

        hand(notice.formatted(id));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pipeline.get(url).statusCode()).isEqualTo(410));
        hand(copy(8, "Quay burns again"));
        String marker = settledStory("marker-" + id, "Marker " + id);
        assertThat(pipeline.get(marker).statusCode()).isEqualTo(200);
        assertThat(pipeline.get(url).statusCode()).isEqualTo(410);
        assertThat(pipeline.site("/feed.rss").body()).doesNotContain("Quay fire " + id);
    }

    @Test
    void aHoldTakesTheStoryDownUntilTheProviderSendsItAgain() {
        String url = story();

        hand("HOLD HOLD HOLD\n\nEds: Hold the story slugged quay-fire-%s until further notice.\n".formatted(id));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pipeline.get(url).statusCode()).isNotEqualTo(200));

        hand(copy(8, "Quay fire is out"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pipeline.get(url).body()).contains("Quay fire is out"));
    }

    @Test
    void aCorrectionReplacesTheTextOnTheSamePageAndTheNextVersionReplacesThat() {
        String url = story();

        hand(
                "CORRECTION\n\nSlug: quay-fire-%s\n\nQuay fire %s, corrected\n\nFour boats burned at the quay of Port Esker, not five, the harbour said.\n\nNobody was hurt, it said.\n"
                        .formatted(id, id));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pipeline.get(url).body()).contains("Four boats burned"));

        hand(copy(8, "Quay fire is out"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pipeline.get(url).body()).contains("Quay fire is out"));
    }

    @Test
    void aNumberedLeadIsTheSameStoryWrittenFurther() {
        String url = story();

        hand(
                "BC-Quay-Fire-%s, 2nd Ld-Writethru\n\nQuay fire %s is under control\n\nPORT ESKER (NNA) - Firemen had the fire at the quay under control by noon, the harbour said.\n\nNobody was hurt, it said.\n"
                        .formatted(id, id));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pipeline.get(url).body()).contains("under control by noon"));
    }

    @Test
    void anAdvisoryIsNeverPublished() {
        JsonNode answer = hand(
                "MEDIA ADVISORY %s\n\nNOT FOR PUBLICATION\n\nThe harbour will brief reporters on Monday at ten o'clock.\n\nPlease bring your cards.\n"
                        .formatted(id));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                pipeline.receipt(answer.path("receiptId").asString())
                                        .path("status")
                                        .asString())
                        .isEqualTo("held"));
        assertThat(pipeline.site("/feed.rss").body()).doesNotContain("MEDIA ADVISORY " + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMBARGOED UNTIL %2$s\n\nFares rise %1$s\n\nRail fares will rise by three per cent in May, the operator said.\n\nIt gave no reason.\n",
                "{\"uri\": \"fares-%1$s\", \"headline\": \"Fares rise %1$s\", \"embargoed\": \"%2$s\", \"body_text\": \"Rail fares will rise.\"}",
                "<newsItem guid='fares-%1$s' version='1'><itemMeta><embargoed>%2$s</embargoed></itemMeta><contentMeta><headline>Fares rise %1$s</headline></contentMeta><contentSet><inlineXML><html><body><p>Rail fares will rise.</p></body></html></inlineXML></contentSet></newsItem>",
                "<nitf><head><docdata><doc-id id-string='fares-%1$s'/><ed-msg info='EMBARGOED UNTIL %2$s'/></docdata></head><body><body.head><hedline><hl1>Fares rise %1$s</hl1></hedline></body.head><body.content><p>Rail fares will rise.</p></body.content></body></nitf>"
            })
    void anEmbargoHoldsInEveryFormatUntilItsInstant(String piece) {
        Instant until = Instant.now().plusSeconds(12).truncatedTo(ChronoUnit.SECONDS);
        JsonNode answer = hand(piece.formatted(id, until));
        String receipt = answer.path("receiptId").asString();

        await().atMost(PATIENCE)
                .until(() -> pipeline.receipt(receipt).path("status").asString().matches("held|published"));
        String feed = pipeline.site("/feed.rss").body();
        if (Instant.now().isBefore(until)) {
            assertThat(feed).doesNotContain("Fares rise " + id);
        }
        await().atMost(PATIENCE)
                .until(() -> pipeline.receipt(receipt).path("status").asString().equals("published"));
        assertThat(Instant.now()).isAfterOrEqualTo(until);
        assertThat(pipeline.site("/feed.rss").body()).contains("Fares rise " + id);
    }

    private String story() {
        return settledUrl(hand(copy(7, "Quay fire " + id)));
    }

    private String settledStory(String uri, String headline) {
        return settledUrl(hand("{\"uri\": \"%s\", \"headline\": \"%s\", \"body_text\": \"Something else happened.\"}"
                .formatted(uri, headline)));
    }

    private String copy(int version, String headline) {
        return "{\"uri\": \"item-%s\", \"version\": %d, \"slugline\": \"quay-fire-%s\", \"headline\": \"%s\", \"body_text\": \"Five boats burned at the quay of Port Esker, the harbour said.\"}"
                .formatted(id, version, id, headline);
    }

    private JsonNode hand(String piece) {
        HttpResponse<String> answer = pipeline.handIn(type(piece), piece.getBytes(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Pipeline.json(answer);
    }

    private static String type(String piece) {
        return switch (piece.charAt(0)) {
            case '<' -> XML;
            case '{' -> "application/json";
            default -> piece.startsWith("From:") ? "message/rfc822" : "text/plain; charset=utf-8";
        };
    }

    private String settledUrl(JsonNode answer) {
        String receipt = answer.path("receiptId").asString();
        return await().atMost(PATIENCE)
                .until(
                        () -> pipeline.receipt(receipt),
                        state -> state.path("status").asString().equals("published"))
                .path("url")
                .asString();
    }
}
