package news.slugline.enrich.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.slugline.enrich.Articles;
import news.slugline.enrich.text.ResourceLines;
import news.slugline.event.Article;
import news.slugline.event.Lane;
import news.slugline.event.Language;
import news.slugline.event.Provenance;
import news.slugline.event.Tag;
import org.junit.jupiter.api.Test;

class TopicsStepTest {

    private static final double FLOOR = 0.9;

    private final TopicsStep step = new TopicsStep();

    private record Sample(String qcode, String language, Article article) {

        static Sample of(String line) {
            var columns = line.split("\t", -1);
            var texts = columns[2].split(" \\| ", -1);
            return new Sample(columns[0], columns[1], Articles.article(texts[0], texts[1]));
        }
    }

    @Test
    void putsTheRightTopLevelTopicFirst() {
        var samples =
                ResourceLines.of("topics/samples.txt").stream().map(Sample::of).toList();
        Set<String> tops = new HashSet<>();
        int first = 0;
        int among = 0;
        for (var sample : samples) {
            tops.add(sample.qcode());
            var found = find(sample.article(), sample.language()).stream()
                    .map(Tag::getQcode)
                    .filter(qcode -> qcode.matches("medtop:\\d\\d000000"))
                    .toList();
            boolean right = !found.isEmpty() && found.getFirst().equals(sample.qcode());
            first += right ? 1 : 0;
            among += found.contains(sample.qcode()) ? 1 : 0;
            if (!right) {
                System.out.printf(
                        "%s \"%s\" was given %s%n",
                        sample.qcode(), sample.article().getHeadline(), found);
            }
        }
        System.out.printf("topics: first %d, among %d, of %d%n", first, among, samples.size());
        assertThat(tops).hasSize(17);
        assertThat(1.0 * first / samples.size()).isGreaterThan(FLOOR);
    }

    @Test
    void givesASecondLevelTopicWithItsBroaderOne() {
        var tags = find(
                Articles.article(
                        "Voters choose a new parliament", "Polling stations opened at dawn and turnout was high."),
                "en");

        assertThat(tags).extracting(Tag::getQcode).contains("medtop:11000000", "medtop:20000574");
        assertThat(tags).extracting(Tag::getName).contains("politics", "election");
        assertThat(tags).allSatisfy(tag -> {
            assertThat(tag.getProvenance().getConfidence()).isBetween(0.2, 1.0);
            assertThat(tag.getProvenance().getStep()).isEqualTo("topics");
        });
    }

    @Test
    void saysWhichWordsOfTheStoryArguedForATopic() {
        var article = Articles.article(
                "Striker scores twice in cup final",
                "The striker scored twice before half-time and the goalkeeper saved a penalty as United won the cup final.");

        assertThat(find(article, "en")).first().satisfies(tag -> {
            assertThat(tag.getQcode()).isEqualTo("medtop:15000000");
            assertThat(tag.getWords())
                    .isNotEmpty()
                    .allSatisfy(word -> assertThat(article.getHeadline() + article.getBody())
                            .contains(word));
        });
    }

    @Test
    void refusesWhenNothingIsSure() {
        assertThat(find(Articles.article("An ordinary day", "Somebody walked to the shop and back."), "en"))
                .isEmpty();
        assertThat(find(Articles.article("", ""), "en")).isEmpty();
    }

    @Test
    void saysNothingInALanguageItHasNoWordsOf() {
        assertThat(find(Articles.article("市議会が橋を承認", "工事は春に始まる。"), "ja")).isEmpty();
    }

    @Test
    void keepsTheTopicsThatTheCopyCarried() {
        var article = Article.newBuilder(Articles.article("Cup final", "The striker scored and the coach wept."))
                .setSubjects(List.of("medtop:20001065", "medtop:15000000", "own:42"))
                .build();

        var tags = find(article, "en");

        assertThat(tags.getFirst().getQcode()).isEqualTo("medtop:20001065");
        assertThat(tags.getFirst().getName()).isEqualTo("soccer");
        assertThat(tags.getFirst().getProvenance().getConfidence()).isEqualTo(1);
        assertThat(tags.getFirst().getBroader()).containsExactly("medtop:20000822", "medtop:15000000");
        assertThat(tags).extracting(Tag::getQcode).doesNotHaveDuplicates().doesNotContain("own:42");
        assertThat(tags.get(1).getProvenance().getStep()).isEqualTo("copy");
    }

    private List<Tag> find(Article article, String language) {
        var detected = Optional.of(new Language(language, new Provenance("language", "1", 1.0, "")));
        var soFar =
                Findings.none(List.of()).with("language", "1", new Contribution.LanguageDetected(detected, List.of()));
        return ((Contribution.TopicsFound) step.enrich(Articles.ingested(article, Lane.routine), soFar)).tags();
    }
}
