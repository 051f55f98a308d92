package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import news.slugline.event.Article;
import org.junit.jupiter.api.Test;

class TelegraphReaderTest {

    private final Formats formats = new Formats();

    @Test
    void readsIptc7901() {
        var copy = read(
                "\u0001nna0123 3 pl 87 nna 0045\r\nBahn/Streik/\r\n\u0002Züge fahren wieder\r\n\r\nPort Esker (nna) - Die Züge fahren seit Sonntag wieder nach Plan, teilte die Bahn mit.\r\n\r\nDer Streik ist damit nach vier Tagen beendet, sagte eine Sprecherin.\r\n\u0003\r\n011204 MEZ Mar 26\r\n\u0004");
        Article article = copy.article();

        assertThat(article.getHeadline()).isEqualTo("Züge fahren wieder");
        assertThat(article.getUrgency()).isEqualTo(3);
        assertThat(article.getSubjects()).containsExactly("iptccat:pl");
        assertThat(article.getLocated()).contains("Port Esker");
        assertThat(article.getBody())
                .isEqualTo(
                        "Die Züge fahren seit Sonntag wieder nach Plan, teilte die Bahn mit.\n\nDer Streik ist damit nach vier Tagen beendet, sagte eine Sprecherin.");
        assertThat(copy.versionCreated()).contains(Instant.parse("2026-03-01T11:04:00Z"));
    }

    @Test
    void readsAnpa1312() {
        var article =
                read("\u0016\u0016\u0001a0342\u001f\r\nu i bc-eu-ferry 03-01 0312\r\n\u0002^Ferry runs aground off Skerry Point^\r\n^By LENA OSEI=\r\n^Northern News Agency=\r\n  PORT ESKER (NNA) _ A ferry with 80 people on board ran aground on Sunday, the coastguard said.\r\n  Nobody was hurt, and all passengers were taken ashore by noon.\r\n\u0003\r\nnna-03-01-26 1204gmt\r\n\u0004")
                        .article();

        assertThat(article.getUrgency()).isEqualTo(3);
        assertThat(article.getSubjects()).containsExactly("anpacat:i");
        assertThat(article.getSlugline()).isEqualTo("bc-eu-ferry");
        assertThat(article.getHeadline()).isEqualTo("Ferry runs aground off Skerry Point");
        assertThat(article.getBody())
                .contains("Nobody was hurt, and all passengers were taken ashore by noon.")
                .contains("A ferry with 80 people on board");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        var article =
                read("Harbour crane topples\n\nA crane fell into the harbour at 4 in the morning, the port said.\n")
                        .article();
        assertThat(article.getSubjects()).isEmpty();
        assertThat(article.getHeadline()).isEqualTo("Harbour crane topples");
    }

    private UnderstoodCopy read(String text) {
        var arrival = new Arrival(null, Instant.parse("2026-03-01T12:00:00Z"));
        return ((Reading.Understood) formats.read(new Payload(text.getBytes(ISO_8859_1), null, null), arrival)).copy();
    }
}
