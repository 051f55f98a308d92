package news.slugline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.slugline.enrich.Articles;
import news.slugline.enrich.text.ResourceLines;
import news.slugline.schemas.MediaTopics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the topics of short news in other languages are told: two texts for each of the 17, once by the hand that wrote
 * the word lists, once by another that did not see them. The table is in MODELS.md.
 */
class LanguagesTest {

    private static final double RIGHT_AT_LEAST = 0.85;
    private static final double WRONG_AT_MOST = 0.05;
    private static final MediaTopics TOPICS = new MediaTopics();
    private static final TopicScorer SCORER = new TopicScorer(TOPICS);

    @ParameterizedTest
    @CsvSource({
        "fr, ''",
        "es, ''",
        "de, ''",
        "ar, ''",
        "fr, second-hand/",
        "es, second-hand/",
        "de, second-hand/",
        "ar, second-hand/"
    })
    void tellsTopicsInOtherLanguages(String language, String folder) {
        List<String> lines = ResourceLines.of("topics/" + folder + language + ".tsv");
        int right = 0;
        int wrong = 0;
        for (String line : lines) {
            String[] columns = line.split("\t", 2);
            int end = columns[1].indexOf(". ");
            String headline = end < 0 ? columns[1] : columns[1].substring(0, end);
            String body = end < 0 ? "" : columns[1].substring(end + 2);
            var tops = SCORER.topics(Articles.article(headline, body), language).stream()
                    .filter(topic -> TOPICS.isTop(topic.qcode()))
                    .map(TopicScorer.Scored::qcode)
                    .toList();
            String expected = "medtop:" + columns[0] + "000000";
            right += tops.contains(expected) ? 1 : 0;
            wrong += !tops.isEmpty() && !tops.contains(expected) ? 1 : 0;
            if (!tops.contains(expected)) {
                System.out.println(language + " " + tops + " for " + line);
            }
        }
        System.out.printf(
                "%s%s: right %d, wrong %d, nothing said %d of %d%n",
                folder, language, right, wrong, lines.size() - right - wrong, lines.size());

        assertThat((double) right / lines.size()).isGreaterThanOrEqualTo(RIGHT_AT_LEAST);
        assertThat((double) wrong / lines.size()).isLessThanOrEqualTo(WRONG_AT_MOST);
    }
}
