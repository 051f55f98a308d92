package news.slugline.ingest.copy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import news.slugline.event.Lane;
import news.slugline.event.PubStatus;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Door;
import news.slugline.ingest.format.Formats;
import news.slugline.ingest.format.Payload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngestionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Desk DESK = desk(null, "en", "News");
    private static final String STORY = """
            Harbour crane topples in storm

            By Lena Osei

            PORT ESKER (NNA) - A crane fell into the harbour early on Sunday. Nobody was hurt.
            """;

    private final Ingestion ingestion = new Ingestion(new Formats(), Duration.ofSeconds(10));

    @Test
    void namesTheArticleAsTheDeskDoes() {
        var accepted = accepted(copy(STORY, "text/plain", "urn:desk:42", "3"));

        assertThat(accepted.received().getUri()).isEqualTo("urn:desk:42");
        assertThat(accepted.received().getVersion()).isEqualTo(3);
    }

    @Test
    void namesTheArticleByTheProvidersIdUnderTheDesk() {
        var accepted = accepted(copy("""
                {"uri": "http://agency.example/1", "version": "7", "headline": "A", "body_text": "B b b."}""", "application/json", null, null));

        assertThat(accepted.received().getUri()).isEqualTo("urn:slugline:north:id:http%3A%2F%2Fagency.example%2F1");
        assertThat(accepted.received().getVersion()).isEqualTo(7);
    }

    @Test
    void namesTheArticleByTheHashOfItsTextWhereNothingElseDoes() {
        var first = accepted(copy(STORY, "text/plain", null, null));
        var again = accepted(copy(STORY.replace("\n", "\r\n"), "text/plain", null, null));
        var other = accepted(copy(STORY.replace("Sunday", "Monday"), "text/plain", null, null));

        assertThat(first.received().getUri()).startsWith("urn:slugline:north:sha256:");
        assertThat(again.received().getUri()).isEqualTo(first.received().getUri());
        assertThat(other.received().getUri()).isNotEqualTo(first.received().getUri());
        assertThat(first.received().getVersion()).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void keepsTheBytesAsTheyCame() {
        byte[] latin = "Caf\u00e9 opens\n\nIt serves t\u00e9 and caf\u00e9 all day, the owner said on Monday.\n"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        var received = accepted(
                        Copy.unnamed(UUID.randomUUID(), DESK, Door.http, new Payload(latin, "text/plain", null), NOW))
                .received();

        assertThat(received.getContent().array()).isEqualTo(latin);
    }

    @Test
    void readsFromTheJournalWhatItAnsweredAtTheDoor() {
        var accepted = accepted(copy(STORY, "text/plain", null, null));

        assertThat(ingestion.ingest(accepted.received(), DESK))
                .isInstanceOfSatisfying(Ingestion.Ingested.class, ingested -> {
                    assertThat(ingested.event().getArticle()).isEqualTo(accepted.article());
                    assertThat(ingested.event().getReceipt())
                            .isEqualTo(accepted.received().getReceipt());
                });
    }

    @Test
    void takesSectionAndLanguageFromTheDeskWhereTheCopyNamesNone() {
        var article = accepted(copy(STORY, "text/plain", null, null)).article();

        assertThat(article.getSection()).contains("News");
        assertThat(article.getLanguage()).contains("en");
    }

    @Test
    void sendsUrgentCopyAndKillsDownTheFlashLane() {
        assertThat(lane("{\"uri\":\"u\",\"urgency\":2,\"headline\":\"A\",\"body_text\":\"B b.\"}"))
                .isEqualTo(Lane.flash);
        assertThat(lane("{\"uri\":\"u\",\"urgency\":3,\"headline\":\"A\",\"body_text\":\"B b.\"}"))
                .isEqualTo(Lane.routine);
        assertThat(lane("{\"uri\":\"u\",\"pubstatus\":\"canceled\",\"urgency\":5}"))
                .isEqualTo(Lane.flash);
    }

    @Test
    void takesAKillThatNamesItsStoryBeforeTheStoryHasCome() {
        var named = accepted(copy("{\"uri\":\"u\",\"pubstatus\":\"canceled\"}", "application/json", null, null));

        assertThat(named.article().getPubStatus()).isEqualTo(PubStatus.canceled);
        assertThat(named.received().getUri()).isEqualTo("urn:slugline:north:id:u");
    }

    @Test
    void holdsANoticeThatNamesNoStoryForAPerson() {
        var nameless =
                accepted(copy("{\"headline\":\"Gone\",\"pubstatus\":\"canceled\"}", "application/json", null, null));

        assertThat(nameless.received().getUri()).startsWith("urn:slugline:north:notice:");
        assertThat(nameless.article().getPubStatus()).isEqualTo(PubStatus.withheld);
        assertThat(ingestion.ingest(nameless.received(), DESK))
                .isInstanceOfSatisfying(
                        Ingestion.Ingested.class,
                        ingested -> assertThat(ingested.event().getArticle().getPubStatus())
                                .isEqualTo(PubStatus.withheld));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMBARGOED UNTIL 2030-03-01T06:00:00Z",
                "Embargoed until 2030-03-01T06:00:00Z.",
                "EMBARGOED UNTIL 2030-03-01 06:00 GMT",
                "Embargo: 2030-03-01T01:00:00 -05:00",
                "Strictly embargoed until 2030-03-01T01:00-05."
            })
    void readsAnEmbargoWithItsZone(String embargo) {
        assertThat(accepted(copy(embargo + "\n\n" + STORY, "text/plain", null, null))
                        .article()
                        .getEmbargoedUntil())
                .contains(Instant.parse("2030-03-01T06:00:00Z"));
        assertThat(accepted(copy(STORY + "\n" + embargo + "\n", "text/plain", null, null))
                        .article()
                        .getEmbargoedUntil())
                .contains(Instant.parse("2030-03-01T06:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMBARGOED UNTIL the minister rises at 10:00 GMT on Monday",
                "Not for publication before 06:00 GMT on 3/4/30.",
                "EMBARGOED UNTIL 10:00 GMT on Monday or Tuesday",
                "Embargo: 6:00 ET, Friday, March 1, 2030"
            })
    void refusesAnEmbargoThatItCannotReadRatherThanPublishEarly(String embargo) {
        assertThat(refused(copy(embargo + "\n\n" + STORY, "text/plain", null, null)))
                .isEqualTo("embargo-not-understood");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMBARGOED UNTIL 0001 GMT MONDAY | 2026-03-02T00:01:00Z",
                "Not for publication before 06:00 GMT on 1 March 2030. | 2030-03-01T06:00:00Z",
                "Sperrfrist: Montag, 2. März 2026, 18.00 Uhr MEZ | 2026-03-02T17:00:00Z",
                "EMBARGOED UNTIL 2030-03-01 06:00 CET | 2030-03-01T05:00:00Z"
            })
    void readsAnEmbargoAsWiresPrintIt(String embargo, Instant until) {
        assertThat(accepted(copy(embargo + "\n\n" + STORY, "text/plain", null, null))
                        .article()
                        .getEmbargoedUntil())
                .contains(until);
    }

    @Test
    void refusesAnEmbargoWithoutAZoneUnlessTheDeskHasOne() {
        String copy = "EMBARGOED UNTIL 2030-03-01 07:00\n\n" + STORY;
        assertThat(refused(copy(copy, "text/plain", null, null))).isEqualTo("embargo-without-zone");

        var berlin = desk(ZoneId.of("Europe/Berlin"), null, null);
        var accepted = accepted(Copy.unnamed(
                UUID.randomUUID(), berlin, Door.http, new Payload(copy.getBytes(UTF_8), "text/plain", null), NOW));
        assertThat(accepted.article().getEmbargoedUntil()).contains(Instant.parse("2030-03-01T06:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "[\"2030-03-01T06:00:00Z\"]", "{\"value\": 1}", "\"soon\"", "1901232000000"})
    void refusesANinjsEmbargoOfAWrongType(String embargo) {
        String ninjs = "{\"headline\":\"A\",\"body_text\":\"B b.\",\"embargoedUntil\":" + embargo + "}";
        assertThat(refused(copy(ninjs, "application/json", null, null))).isEqualTo("embargo-not-understood");
    }

    @Test
    void doesNotPublishUnderAPubStatusThatItCannotRead() {
        String ninjs = "{\"uri\":\"u\",\"headline\":\"A\",\"body_text\":\"B b.\",\"pubStatus\":[\"canceled\"]}";
        assertThat(accepted(copy(ninjs, "application/json", null, null))
                        .article()
                        .getPubStatus())
                .isEqualTo(PubStatus.withheld);
    }

    @Test
    void refusesWhatCannotBeAStoryAndSaysWhy() {
        assertThat(refused(copy("", "text/plain", null, null))).isEqualTo("empty");
        assertThat(refused(copy("\n\n  \n", "text/plain", null, null))).isEqualTo("no-headline");
        assertThat(refused(copy("{\"headline\":\"Alone\"}", "application/json", null, null)))
                .isEqualTo("no-body");
        assertThat(refused(copy(STORY, "text/plain", "not a uri", null))).isEqualTo("bad-uri");
        assertThat(refused(copy(STORY, "text/plain", null, "-1"))).isEqualTo("bad-version");
        assertThat(refused(copy("x".repeat(Ingestion.MAX_COPY_BYTES + 1), "text/plain", null, null)))
                .isEqualTo("too-large");
    }

    private Lane lane(String ninjs) {
        return accepted(copy(ninjs, "application/json", null, null))
                .received()
                .getReceipt()
                .getLane();
    }

    private Acceptance.Accepted accepted(Copy copy) {
        Acceptance acceptance = ingestion.accept(copy, ingestion.read(copy), List.of());
        assertThat(acceptance).isInstanceOf(Acceptance.Accepted.class);
        return (Acceptance.Accepted) acceptance;
    }

    private String refused(Copy copy) {
        Acceptance acceptance = ingestion.accept(copy, ingestion.read(copy), List.of());
        assertThat(acceptance).isInstanceOf(Acceptance.Refused.class);
        var rejection = ((Acceptance.Refused) acceptance).rejection();
        assertThat(rejection.getDetail()).isNotBlank();
        assertThat(rejection.getRemedy()).isNotBlank();
        return rejection.getReason();
    }

    private static Copy copy(String text, String type, @Nullable String uri, @Nullable String version) {
        var payload = new Payload(text.getBytes(UTF_8), type, null);
        return new Copy(UUID.randomUUID(), DESK, Door.http, payload, uri, version, false, NOW);
    }

    private static Desk desk(@Nullable ZoneId zone, @Nullable String language, @Nullable String section) {
        return new Desk(
                "north", null, zone, language, section, EnumSet.allOf(Door.class), null, null, List.of(), false);
    }
}
