package news.slugline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.slugline.enrich.Articles;
import news.slugline.enrich.text.ResourceLines;
import news.slugline.schemas.MediaTopics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the topics of short news in other languages are told: two texts for each of the 17. The table is in MODELS.md. */
class LanguagesTest {

    private static final MediaTopics TOPICS = new MediaTopics();
    private static final TopicScorer SCORER = new TopicScorer(TOPICS);

    @ParameterizedTest
    @CsvSource({"fr, 0.5", "es, 0.5", "de, 0.5", "ar, 0.5"})
    void tellsTopicsInOtherLanguages(String language, double floor) {
        List<String> lines = ResourceLines.of("topics/" + language + ".tsv");
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
                "%s: right %d, wrong %d, nothing said %d of %d%n",
                language, right, wrong, lines.size() - right - wrong, lines.size());

        assertThat((double) right / lines.size()).isGreaterThanOrEqualTo(floor);
        assertThat((double) wrong / lines.size()).isLessThanOrEqualTo(0.2);
    }
}
