package news.slugline.publish.story;

import static news.slugline.publish.Pieces.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import news.slugline.publish.Pieces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowTest {

    @ParameterizedTest
    @CsvSource({
        "One, PF",
        "'One\n\nTwo', PFP",
        "'One\n\nTwo\n\nThree\n\nFour', PPFPP",
        "'One\n \nTwo\n\n\n\nThree', PFPP"
    })
    void setsPicturesBetweenParagraphs(String body, String layout) {
        var piece =
                Pieces.of("urn:test").body(body).withPictures("ab".repeat(32)).build();

        var flow = Flow.of(new Story("1", "story", NOON, NOON, piece));

        assertThat(flow.stream()
                        .map(part -> part instanceof Flow.Figure ? "F" : "P")
                        .reduce("", String::concat))
                .isEqualTo(layout);
    }
}
