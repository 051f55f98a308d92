package news.slugline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicTest {

    private final Map<String, NewTopic> declared =
            Topic.declarations().stream().collect(Collectors.toMap(NewTopic::name, topic -> topic));

    @Test
    void declaresEveryTopicAndItsDeadLettersWithAsManyPartitions() {
        for (Topic topic : Topic.values()) {
            assertThat(declared.get(topic.deadLetterTopicName()).numPartitions())
                    .isEqualTo(declared.get(topic.topicName()).numPartitions());
        }
        assertThat(declared).hasSize(2 * Topic.values().length);
    }

    @Test
    void keepsTheJournalAndThePublicLogForEver() {
        assertThat(config("copy.received", "retention.ms")).isEqualTo("-1");
        assertThat(config("copy.received", "cleanup.policy")).isEqualTo("delete");
        assertThat(config("story.published", "retention.ms")).isEqualTo("-1");
        assertThat(config("enrichment.edited", "cleanup.policy")).isEqualTo("delete");
        assertThat(config("enrichment.edited", "retention.ms")).isEqualTo("-1");
    }

    @Test
    void compactsTheTopicsThatTheReadModelIsRebuiltFrom() {
        assertThat(config("article.enriched", "cleanup.policy")).isEqualTo("compact");
        assertThat(config("article.enriched.flash", "cleanup.policy")).isEqualTo("compact");
        assertThat(config("article.enriched.revised", "cleanup.policy")).isEqualTo("compact");
        assertThat(config("article.enriched-dlt", "cleanup.policy")).isEqualTo("delete");
    }

    @Test
    void keepsDeadLettersThirtyDays() {
        assertThat(config("article.ingested-dlt", "retention.ms")).isEqualTo("2592000000");
        assertThat(config("article.ingested", "retention.ms")).isEqualTo("604800000");
    }

    @Test
    void findsTheTopicOfADeadLetter() {
        assertThat(Topic.ofName("article.enriched.flash-dlt")).contains(Topic.ARTICLE_ENRICHED_FLASH);
        assertThat(Topic.ofName("somebody.elses")).isEmpty();
    }

    private String config(String topic, String key) {
        return declared.get(topic).configs().get(key);
    }
}
