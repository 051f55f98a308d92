package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.Notice.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class NoticeWordsTest {

    private final Formats formats = new Formats();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KILL KILL KILL | KILL",
                "BULLETIN KILL | KILL",
                "MANDATORY KILL - EU-Floods | KILL",
                "KILL: Harbour crane topples | KILL",
                "STORY KILL: quay fire | KILL",
                "TAKEDOWN NOTICE | KILL",
                "LITIGATION KILL | KILL",
                "HOLD: Quay fire | HOLD",
                "DO NOT USE the item on the quay fire | HOLD",
                "BITTE NICHT VERWENDEN: Bahnstreik | HOLD",
                "CORRECTION: Harbour crane topples | CORRECTION",
                "CORRECTED REPEAT Bahnstreik | CORRECTION",
                "RECTIFICATIF Le bac repart | CORRECTION",
                "BERICHTIGUNG - Bahnstreik | CORRECTION",
                "BC-EU--Floods, 3rd Ld-Writethru | WRITE_THROUGH",
                "UPDATE 2-Ferry runs aground | WRITE_THROUGH",
                "Bahnstreik (2. Zusammenfassung) | WRITE_THROUGH",
                "EDITORS' ADVISORY Coverage plans | ADVISORY",
                "NOT FOR PUBLICATION | ADVISORY"
            })
    void knowsAnOrderByItsWords(String headline, Order order) {
        assertThat(read(headline, "The whole text of it, as it was moved.")
                        .notice()
                        .order())
                .isEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Storm kills 12 on the coast", "Kill switch for phones becomes law",
                        "Correction on stock markets goes on", "Market correction: analysts stay calm",
                "Corrected vision for half of all pupils", "Police kill gunman after siege",
                        "Hold the line, minister says", "Holding out for a hero",
                "Update: road reopens after crash", "Retraction of claws in cats explained",
                        "Lead paint found in third school", "Advisory council meets on Monday",
                "Embargo on oil extended until Monday", "Withdrawal from the valley begins",
                        "Court kills pipeline plan", "Killing Eve returns",
                "To Kill a Mockingbird at the theatre", "Takedown of botnet praised", "Third lead in the case found",
                        "Do not use lifts, visitors told"
            })
    void takesAStoryAboutSuchThingsForAStory(String headline) {
        assertThat(read(headline, "It was the talk of the town on Sunday.")
                        .notice()
                        .order())
                .isEqualTo(Order.NONE);
    }

    @Test
    void namesTheStoryThatANoticeIsAbout() {
        assertThat(read(
                                "KILL KILL KILL",
                                "Please kill the story slugged QUAY-FIRE, headlined \"Fire on the quay\", transref: V1234.")
                        .notice()
                        .references())
                .containsExactly("QUAY-FIRE", "Fire on the quay", "V1234");
        var kill = read("KILL: Fire on the quay", "Errors in it.");
        assertThat(kill.notice().references()).contains("Fire on the quay");
        assertThat(kill.article().getPubStatus()).isEqualTo(PubStatus.canceled);
        assertThat(read("EDITORS' ADVISORY", "Plans for Monday.").article().getPubStatus())
                .isEqualTo(PubStatus.withheld);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HOLD HOLD HOLD | HOLD",
                "KILL KILL KILL | KILL",
                "HOLD | HOLD",
                "MANDATORY KILL | KILL",
            })
    void knowsAnOrderThatOnlyANoteToEditorsStandsUnder(String order, Order expected) {
        byte[] text = (order + "\n\nEds: The story slugged quay-fire is not to be used for now.\n").getBytes(UTF_8);

        Notice notice = read(new Payload(text, "text/plain", null)).notice();

        assertThat(notice.order()).isEqualTo(expected);
        assertThat(notice.references()).contains("quay-fire");
    }

    private UnderstoodCopy read(String headline, String body) {
        byte[] ninjs = JsonMapper.shared()
                .writeValueAsString(java.util.Map.of("headline", headline, "body_text", body))
                .getBytes(UTF_8);
        return read(new Payload(ninjs, null, null));
    }

    private UnderstoodCopy read(Payload payload) {
        var arrival = new Arrival(null, Instant.parse("2026-03-01T12:00:00Z"));
        return ((Reading.Understood) formats.read(payload, arrival)).copy();
    }
}
