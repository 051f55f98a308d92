package news.slugline.publish.settle;

import static news.slugline.publish.Pieces.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.PubStatus;
import news.slugline.publish.Pieces;
import news.slugline.publish.settle.CurrentStory.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationPolicyTest {

    /**
     * What is known of the uri, in version 5; what comes; what becomes of it.
     *
     * <p>known: none, visible, withdrawn, held (nothing visible), visible+held, killed. content: same or other than what
     * is known. enriched: same, hidden (differs in what no reader sees), seen (differs in what he sees).
     */
    @ParameterizedTest(name = "{0}, then version {1} {2} embargo {3} content {4} enriched {5} at the door {6}: {7}")
    @CsvSource(delimiter = '|', textBlock = """
            none         | 5 | usable   | none   | other | same   | later   | Publish
            none         | 5 | usable   | past   | other | same   | later   | Publish
            none         | 5 | usable   | now    | other | same   | later   | Publish
            none         | 5 | usable   | future | other | same   | later   | Hold until 12:30
            none         | 5 | withheld | none   | other | same   | later   | Hold until further notice
            none         | 5 | withheld | past   | other | same   | later   | Hold until further notice
            none         | 5 | withheld | future | other | same   | later   | Hold until further notice
            none         | 5 | canceled | none   | other | same   | later   | Kill
            none         | 5 | canceled | future | other | same   | later   | Kill
            visible      | 6 | usable   | none   | other | same   | later   | Supersede, seen
            visible      | 6 | usable   | none   | same  | same   | later   | Duplicate
            visible      | 6 | usable   | none   | same  | hidden | later   | Duplicate
            visible      | 6 | usable   | none   | same  | seen   | later   | Supersede, seen
            visible      | 6 | usable   | past   | other | same   | later   | Supersede, seen
            visible      | 6 | usable   | future | other | same   | later   | Hold until 12:30
            visible      | 6 | withheld | none   | other | same   | later   | Withdraw
            visible      | 6 | canceled | none   | other | same   | later   | Kill
            visible      | 5 | usable   | none   | same  | same   | later   | Duplicate
            visible      | 5 | usable   | none   | same  | same   | earlier | Duplicate
            visible      | 5 | usable   | none   | same  | hidden | later   | Supersede, unseen
            visible      | 5 | usable   | none   | same  | seen   | later   | Supersede, seen
            visible      | 5 | usable   | none   | other | same   | later   | Supersede, seen
            visible      | 5 | usable   | none   | other | same   | earlier | Stale
            visible      | 5 | usable   | future | other | same   | later   | Hold until 12:30
            visible      | 5 | withheld | none   | other | same   | later   | Withdraw
            visible      | 5 | withheld | none   | other | same   | earlier | Stale
            visible      | 5 | canceled | none   | other | same   | earlier | Kill
            visible      | 4 | usable   | none   | other | same   | later   | Stale
            visible      | 4 | usable   | none   | same  | seen   | later   | Stale
            visible      | 4 | usable   | future | other | same   | later   | Stale
            visible      | 4 | withheld | none   | other | same   | later   | Stale
            visible      | 4 | canceled | none   | other | same   | later   | Kill
            held         | 6 | usable   | none   | other | same   | later   | Publish
            held         | 6 | usable   | future | other | same   | later   | Hold until 12:30
            held         | 6 | withheld | none   | other | same   | later   | Hold until further notice
            held         | 6 | canceled | none   | other | same   | later   | Kill
            held         | 5 | usable   | future | same  | same   | later   | Duplicate
            held         | 5 | usable   | future | same  | hidden | later   | Hold until 12:30
            held         | 5 | usable   | none   | other | same   | later   | Publish
            held         | 5 | usable   | none   | other | same   | earlier | Stale
            held         | 4 | usable   | none   | other | same   | later   | Stale
            held         | 4 | canceled | none   | other | same   | later   | Kill
            visible+held | 6 | usable   | none   | other | same   | later   | Supersede, seen
            visible+held | 6 | usable   | future | other | same   | later   | Hold until 12:30
            visible+held | 6 | withheld | none   | other | same   | later   | Withdraw
            visible+held | 5 | usable   | future | same  | same   | later   | Duplicate
            visible+held | 4 | usable   | none   | other | same   | later   | Stale
            visible+held | 6 | canceled | none   | other | same   | later   | Kill
            withdrawn    | 6 | usable   | none   | other | same   | later   | Publish
            withdrawn    | 6 | usable   | future | other | same   | later   | Hold until 12:30
            withdrawn    | 6 | withheld | none   | other | same   | later   | Hold until further notice
            withdrawn    | 4 | usable   | none   | other | same   | later   | Stale
            withdrawn    | 6 | canceled | none   | other | same   | later   | Kill
            killed       | 6 | usable   | none   | other | same   | later   | Killed
            killed       | 4 | usable   | none   | other | same   | later   | Killed
            killed       | 6 | usable   | future | other | same   | later   | Killed
            killed       | 6 | withheld | none   | other | same   | later   | Killed
            killed       | 6 | canceled | none   | other | same   | later   | Killed
            """)
    void decides(
            String known,
            long version,
            PubStatus status,
            String embargo,
            String content,
            String enriched,
            String atTheDoor,
            String outcome) {
        Instant until = embargo(embargo);
        var current = current(known, status, until);
        var piece = Pieces.of("urn:test")
                .version(version)
                .status(status)
                .embargo(until)
                .headline(content.equals("same") ? "Known" : "Other")
                .receivedAt(atTheDoor.equals("later") ? NOON.plusSeconds(60) : NOON.minusSeconds(60));
        var incoming = switch (enriched) {
            case "hidden" ->
                piece.confidence(0.1).enrichedAt(NOON.plusSeconds(90)).build();
            case "seen" -> piece.tags("other").enrichedAt(NOON.plusSeconds(90)).build();
            default -> piece.build();
        };

        assertThat(words(PublicationPolicy.decide(incoming, current, NOON))).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "headline <{0}>, body <{1}>, {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            ''       | 'Text.' | usable   | Reject: the headline is empty
            '  '     | 'Text.' | usable   | Reject: the headline is empty
            '\u0001' | 'Text.' | usable   | Reject: the headline is empty
            'Words'  | ''      | usable   | Reject: the body is empty
            'Words'  | ' '     | usable   | Reject: the body is empty
            'Words'  | ' '     | withheld | Hold until further notice
            ''       | ''      | withheld | Hold until further notice
            ''       | ''      | canceled | Kill
            """)
    void rejectsWhatCannotBePublishedButNoOrderToKillOrWithhold(
            String headline, String body, PubStatus status, String outcome) {
        var incoming = Pieces.of("urn:test")
                .headline(headline)
                .body(body)
                .status(status)
                .build();

        var decided = PublicationPolicy.decide(incoming, Optional.empty(), NOON);

        assertThat(decided instanceof Outcome.Reject(var reason) ? "Reject: " + reason : words(decided))
                .isEqualTo(outcome);
    }

    @Test
    void withdrawsAVisibleStoryOnAnOrderToWithholdThatHasNoText() {
        var order = Pieces.of("urn:test")
                .version(6)
                .headline("")
                .body("")
                .status(PubStatus.withheld)
                .build();

        assertThat(words(PublicationPolicy.decide(order, current("visible", PubStatus.usable, null), NOON)))
                .isEqualTo("Withdraw");
    }

    @ParameterizedTest(name = "version {0}, headline {1}: conflict {2}")
    @CsvSource({"5, Known, false", "5, Other, true", "6, Other, false", "4, Other, false"})
    void callsTheSameVersionWithOtherContentAConflict(long version, String headline, boolean isConflict) {
        var incoming = Pieces.of("urn:test").version(version).headline(headline).build();

        assertThat(PublicationPolicy.isConflict(incoming, current("visible", PubStatus.usable, null)))
                .isEqualTo(isConflict);
    }

    private static Instant embargo(String word) {
        return switch (word) {
            case "past" -> NOON.minusSeconds(1800);
            case "now" -> NOON;
            case "future" -> NOON.plusSeconds(1800);
            default -> null;
        };
    }

    /** What is held has the status and embargo of what comes, so that the content can be the same. */
    private static Optional<CurrentStory> current(String known, PubStatus status, Instant embargo) {
        ArticleEnriched usable = Pieces.of("urn:test")
                .version(5)
                .headline("Known")
                .embargo(known.equals("visible") ? embargo : null)
                .build();
        ArticleEnriched held = Pieces.of("urn:test")
                .version(5)
                .headline("Known")
                .status(status)
                .embargo(embargo)
                .build();
        return Optional.ofNullable(
                switch (known) {
                    case "visible" -> new Known(true, false, 5, usable);
                    case "withdrawn" -> new Known(false, false, 5, usable);
                    case "held" -> new Known(false, true, 5, held);
                    case "visible+held" -> new Known(true, true, 5, held);
                    case "killed" -> new CurrentStory.Killed();
                    default -> null;
                });
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Supersede(boolean isVisible) -> isVisible ? "Supersede, seen" : "Supersede, unseen";
            case Outcome.Hold(var until) ->
                "Hold until "
                        + until.map(instant -> instant.toString().substring(11, 16))
                                .orElse("further notice");
            case Outcome.Publish _,
                    Outcome.Withdraw _,
                    Outcome.Kill _,
                    Outcome.Killed _,
                    Outcome.Stale _,
                    Outcome.Duplicate _,
                    Outcome.Reject _ -> outcome.getClass().getSimpleName();
        };
    }
}
