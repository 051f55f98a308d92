package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ApJsonReaderTest {

    private static final Arrival ARRIVAL = new Arrival(null, Instant.parse("2026-03-01T12:00:00Z"));
    private static final String ITEM = """
            {"item":{"uri":"https://api.example/content/%s","altids":{"itemid":"%s","transref":"NN0342"},"version":2,"versioncreated":"2026-03-01T10:00:00Z",
            "type":"text","pubstatus":"%s","urgency":4,"language":"en","headline":"Ferry runs aground","bylines":[{"by":"By LENA OSEI"}],
            "datelinelocation":{"city":"Port Esker"},"subject":[{"code":"f2da","name":"Shipping"},{"code":"medtop:20000151"}],"ednote":"Updates.",
            "body_nitf":"<block><p>A ferry ran aground on Sunday.</p><p>Nobody was hurt.</p></block>",
            "associations":{"1":{"type":"picture","headline":"The ferry","description_caption":"On the rocks.","renditions":{"main":{"href":"https://pics.example/1.jpg"}}}}}}""";

    private final Formats formats = new Formats();

    @Test
    void readsAnItem() {
        var copy = understood(
                new Payload(("{\"data\":" + ITEM.formatted("a1", "a1", "usable") + "}").getBytes(UTF_8), null, null));
        var article = copy.article();

        assertThat(article.getProviderId()).contains("a1");
        assertThat(copy.version()).contains(2L);
        assertThat(article.getHeadline()).isEqualTo("Ferry runs aground");
        assertThat(article.getByline()).contains("By LENA OSEI");
        assertThat(article.getLocated()).contains("Port Esker");
        assertThat(article.getUrgency()).isEqualTo(4);
        assertThat(article.getSubjects()).containsExactly("f2da", "medtop:20000151");
        assertThat(article.getBody()).isEqualTo("A ferry ran aground on Sunday.\n\nNobody was hurt.");
        assertThat(article.getPictures())
                .singleElement()
                .satisfies(picture -> assertThat(picture.getCaption()).contains("On the rocks."));
    }

    @Test
    void takesTheAnswerOfAFeedApart() {
        String feed = "{\"data\":{\"items\":[" + ITEM.formatted("a1", "a1", "usable") + ","
                + ITEM.formatted("a2", "a2", "canceled") + "]}}";
        var pieces = formats.pieces(new Payload(feed.getBytes(UTF_8), null, null));

        assertThat(pieces).hasSize(2);
        assertThat(understood(pieces.getLast()).notice().order()).isEqualTo(Notice.Order.KILL);
    }

    private UnderstoodCopy understood(Payload payload) {
        return ((Reading.Understood) formats.read(payload, ARRIVAL)).copy();
    }
}
