package news.slugline.enrich;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.ArticleEnriched;
import news.slugline.schemas.EventDeserializer;
import news.slugline.schemas.Topic;
import news.slugline.schemas.UnreadableEventException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** Opens what enrichment has written so far for reading, on its own and without a group. */
@Component
class EnrichedLog {

    private static final Logger LOG = LoggerFactory.getLogger(EnrichedLog.class);

    private static final List<Topic> TOPICS =
            List.of(Topic.ARTICLE_ENRICHED, Topic.ARTICLE_ENRICHED_FLASH, Topic.ARTICLE_ENRICHED_REVISED);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaProperties kafka;
    private final EventDeserializer events;

    EnrichedLog(KafkaProperties kafka, EventDeserializer events) {
        this.kafka = kafka;
        this.events = events;
    }

    /** A consumer of all partitions of all topics, at their beginnings. */
    KafkaConsumer<byte[], byte[]> open() {
        var settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        var consumer = new KafkaConsumer<byte[], byte[]>(settings);
        try {
            var partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName(), PATIENCE).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return consumer;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Moves to the first records that are no older than the given time, in milliseconds since the epoch. */
    static void seek(KafkaConsumer<byte[], byte[]> consumer, long since) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        consumer.assignment().forEach(partition -> wanted.put(partition, since));
        consumer.offsetsForTimes(wanted, PATIENCE).forEach((partition, found) -> {
            if (found == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, found.offset());
            }
        });
    }

    /** Empty for a tombstone, and for what cannot be read: who consumes the topic makes a dead letter of that. */
    Stream<ArticleEnriched> read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Stream.empty();
        }
        try {
            return Optional.of(events.deserialize(record.topic(), record.headers(), record.value())).stream()
                    .filter(ArticleEnriched.class::isInstance)
                    .map(ArticleEnriched.class::cast);
        } catch (UnreadableEventException e) {
            LOG.warn("passes over an unreadable record of {}: {}", record.topic(), e.getMessage());
            return Stream.empty();
        }
    }
}
