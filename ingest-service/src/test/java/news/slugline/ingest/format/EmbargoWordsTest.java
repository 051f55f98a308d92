package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An embargo that a piece prints holds it in every format. */
class EmbargoWordsTest {

    private static final Arrival ARRIVAL =
            new Arrival(ZoneId.of("Europe/London"), Instant.parse("2026-03-01T12:00:00Z"));
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:01:00Z");
    private static final String TEXT =
            "<p>Rail fares will rise by three per cent in May, the operator said.</p><p>Passengers' groups called it too much.</p>";

    private final Formats formats = new Formats();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nitf><head><docdata><ed-msg info='EMBARGOED UNTIL 0001 GMT MONDAY'/></docdata></head><body><body.head><hedline><hl1>Rail fares to rise</hl1></hedline></body.head><body.content>"
                        + TEXT + "</body.content></body></nitf>",
                "<newsItem guid='urn:1' version='1'><itemMeta><edNote>Not for publication before 0001 GMT Monday. Contact the desk.</edNote></itemMeta><contentMeta><headline>Rail fares to rise</headline></contentMeta><contentSet><inlineXML><html><body>"
                        + TEXT + "</body></html></inlineXML></contentSet></newsItem>",
                "<NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>1</NewsItemId></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>EMBARGOED UNTIL 0001 GMT MONDAY: Rail fares to rise</HeadLine></NewsLines><ContentItem><DataContent>"
                        + TEXT + "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
                "{\"uri\": \"urn:1\", \"headline\": \"Rail fares to rise\", \"body_html\": \"<p>HOLD FOR RELEASE 0001 GMT MONDAY</p>"
                        + TEXT + "\"}",
                "<html><head><title>Rail fares to rise</title></head><body><h1>Rail fares to rise</h1><p>Strictly embargoed until 0001 GMT Monday 2 March</p>"
                        + TEXT + "</body></html>",
                "<rss><channel><title>Wire</title><item><guid>1</guid><title>EMBARGOED UNTIL 0001 GMT MONDAY - Rail fares to rise</title><description><![CDATA["
                        + TEXT + "]]></description></item></channel></rss>",
                "From: desk@wire.example\r\nTo: news@slugline.example\r\nSubject: Rail fares to rise\r\nDate: Sun, 1 Mar 2026 11:00:00 +0000\r\nMessage-ID: <1@wire.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nEMBARGOED UNTIL 0001 GMT MONDAY\r\n\r\nRail fares will rise by three per cent in May, the operator said.\r\n\r\nPassengers' groups called it too much.\r\n",
                "EMBARGOED UNTIL 0001 GMT MONDAY\n\nRail fares to rise\n\nRail fares will rise by three per cent in May, the operator said.\n\nPassengers' groups called it too much.\n"
            })
    void holdsThePieceUntilThen(String piece) {
        var article = ((Reading.Understood) read(piece)).copy().article();

        assertThat(article.getEmbargoedUntil()).contains(MONDAY);
        assertThat(article.getHeadline()).isEqualTo("Rail fares to rise");
        assertThat(article.getBody()).startsWith("Rail fares will rise").doesNotContainIgnoringCase("0001");
    }

    @Test
    void refusesAPieceWhoseEmbargoCannotBeTold() {
        assertThat(read(
                        "{\"uri\": \"urn:1\", \"headline\": \"Rail fares to rise\", \"ednote\": \"Embargoed until the minister rises\", \"body_html\": \""
                                + TEXT + "\"}"))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        problem -> assertThat(problem.reason()).isEqualTo("embargo-not-understood"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Embargo on grain exports lifted",
                "Embargo on arms extended until Friday",
                "EMBARGO ON OIL BITES",
                "Embargo threatens island's sugar",
                "Embargoes do not work, says study of 40 years",
                "Embargoed goods pile up at port"
            })
    void publishesAStoryAboutAnEmbargo(String headline) {
        String text = headline
                + "\n\nMinisters from five states met on Sunday and parted in anger, officials said.\n\nThey will meet again in May.\n";
        var article = ((Reading.Understood) read(text)).copy().article();

        assertThat(article.getEmbargoedUntil()).isEmpty();
        assertThat(article.getHeadline()).isEqualTo(headline);
    }

    private Reading read(String piece) {
        return formats.read(new Payload(piece.getBytes(UTF_8), null, null), ARRIVAL);
    }
}
