package news.slugline.schemas;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * Every topic of the pipeline with its partitions, retention and compaction: the one place that says so.
 *
 * <p>The number of partitions fixes which partition a key lives in, so it must never change for a topic that holds
 * records. Replication is the broker's default, so that one declaration serves a laptop and a cluster.
 */
public enum Topic {
    COPY_RECEIVED(Names.COPY_RECEIVED, null, true),
    COPY_REJECTED(Names.COPY_REJECTED, Duration.ofDays(30), false),
    ARTICLE_INGESTED(Names.ARTICLE_INGESTED, Duration.ofDays(7), true),
    ARTICLE_INGESTED_FLASH(Names.ARTICLE_INGESTED_FLASH, Duration.ofDays(7), true),
    ARTICLE_ENRICHED(Names.ARTICLE_ENRICHED, null, true),
    ARTICLE_ENRICHED_FLASH(Names.ARTICLE_ENRICHED_FLASH, null, true),
    /** Apart from the others: compaction would let a version that is enriched again displace a newer one. */
    ARTICLE_ENRICHED_REVISED(Names.ARTICLE_ENRICHED_REVISED, null, true),
    ARTICLE_INCOMPLETE(Names.ARTICLE_INCOMPLETE, Duration.ofDays(7), true),
    ENRICHMENT_EDITED(Names.ENRICHMENT_EDITED, null, true),
    STORY_PUBLISHED(Names.STORY_PUBLISHED, null, true),
    COPY_SETTLED(Names.COPY_SETTLED, Duration.ofDays(30), true);

    /** Constants for annotations, which take no method calls. */
    public static final class Names {
        public static final String COPY_RECEIVED = "copy.received";
        public static final String COPY_REJECTED = "copy.rejected";
        public static final String ARTICLE_INGESTED = "article.ingested";
        public static final String ARTICLE_INGESTED_FLASH = "article.ingested.flash";
        public static final String ARTICLE_ENRICHED = "article.enriched";
        public static final String ARTICLE_ENRICHED_FLASH = "article.enriched.flash";
        public static final String ARTICLE_ENRICHED_REVISED = "article.enriched.revised";
        public static final String ARTICLE_INCOMPLETE = "article.incomplete";
        public static final String ENRICHMENT_EDITED = "enrichment.edited";
        public static final String STORY_PUBLISHED = "story.published";
        public static final String COPY_SETTLED = "copy.settled";

        private Names() {}
    }

    /** Appended to a topic's name for its dead letters. */
    public static final String DEAD_LETTER_SUFFIX = "-dlt";

    /** Largest record in bytes that any topic takes: a piece of copy with its pictures, and room for the envelope. */
    public static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

    private static final int PARTITIONS = 6;
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);
    private static final Duration FOR_EVER = Duration.ofMillis(-1);

    private final String topicName;
    private final @Nullable Duration retention;
    private final boolean keyedByArticle;

    Topic(String topicName, @Nullable Duration retention, boolean keyedByArticle) {
        this.topicName = topicName;
        this.retention = retention;
        this.keyedByArticle = keyedByArticle;
    }

    /** The name on the broker. */
    public String topicName() {
        return topicName;
    }

    /** The name of the topic that takes this topic's dead letters. */
    public String deadLetterTopicName() {
        return topicName + DEAD_LETTER_SUFFIX;
    }

    /** True where the key is the article's uri; false where it is the receipt id. */
    public boolean keyedByArticle() {
        return keyedByArticle;
    }

    /** The topic that a broker topic name belongs to, its dead letters included. */
    public static Optional<Topic> ofName(String name) {
        return Arrays.stream(values())
                .filter(topic -> name.equals(topic.topicName) || name.equals(topic.deadLetterTopicName()))
                .findFirst();
    }

    /** Declarations of all topics and of their dead-letter topics, to be created where they don't exist. */
    public static List<NewTopic> declarations() {
        return Arrays.stream(values())
                .flatMap(topic -> Stream.of(topic.declaration(), topic.deadLetterDeclaration()))
                .toList();
    }

    private NewTopic declaration() {
        return declare(
                topicName,
                compacted() ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE,
                requireNonNullElse(retention, FOR_EVER));
    }

    private NewTopic deadLetterDeclaration() {
        return declare(deadLetterTopicName(), TopicConfig.CLEANUP_POLICY_DELETE, DEAD_LETTER_RETENTION);
    }

    private boolean compacted() {
        return this == ARTICLE_ENRICHED || this == ARTICLE_ENRICHED_FLASH || this == ARTICLE_ENRICHED_REVISED;
    }

    private static NewTopic declare(String name, String cleanup, Duration retention) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        cleanup,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(retention.toMillis()),
                        TopicConfig.RETENTION_BYTES_CONFIG,
                        "-1",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(MAX_MESSAGE_BYTES)));
    }
}
