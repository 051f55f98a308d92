package news.slugline.publish.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import news.slugline.event.CopySettled;
import news.slugline.event.StoryPublished;
import news.slugline.schemas.EventDeserializer;
import news.slugline.schemas.Topic;
import news.slugline.schemas.UnreadableEventException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads from the topics themselves how much of the publication log they hold.
 *
 * <p>Costs a read of every partition's end, so it is for becoming the relay, not for every record.
 */
@Component
class TopicEnds {

    private static final List<Topic> TOPICS = List.of(Topic.STORY_PUBLISHED, Topic.COPY_SETTLED);
    private static final Duration POLL = Duration.ofMillis(200);
    /** Records that were no event of ours are passed over backwards, in strides that grow. */
    private static final int STRIDE = 8;

    private final ConsumerFactory<Object, Object> consumers;
    private final EventDeserializer events;

    TopicEnds(ConsumerFactory<Object, Object> consumers, EventDeserializer events) {
        this.consumers = consumers;
        this.events = events;
    }

    /**
     * What the topics held when they were read.
     *
     * @param partitions of each topic
     * @param lastSequences of each partition that holds any
     */
    record Ends(Map<String, Integer> partitions, Map<TopicPartition, Long> lastSequences) {

        /** The highest sequence that any of the topics holds; 0 where they are empty. */
        long last() {
            return lastSequences.values().stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
        }

        /** Sequences ascend within a partition, so what is not above the partition's last has been sent. */
        boolean contain(String topic, String key, long sequence) {
            return sequence <= lastSequences.getOrDefault(partition(topic, key), 0L);
        }

        /** Where the producer's default partitioner puts the key. */
        TopicPartition partition(String topic, String key) {
            int hash = Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8)));
            return new TopicPartition(topic, hash % requireNonNull(partitions.get(topic), topic));
        }
    }

    Ends read() {
        try (Consumer<Object, Object> consumer = consumers.createConsumer(null, "relay-", null)) {
            var places = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .toList();
            var begins = consumer.beginningOffsets(places);
            var ends = consumer.endOffsets(places);
            var lastSequences = new HashMap<TopicPartition, Long>();
            Set<TopicPartition> unknown = new HashSet<>(places);
            for (long back = 1; !unknown.isEmpty(); back *= STRIDE) {
                long from = back;
                read(
                        consumer,
                        unknown,
                        place -> Math.max(begins.getOrDefault(place, 0L), ends.getOrDefault(place, 0L) - from),
                        ends,
                        lastSequences);
                unknown.removeIf(place -> lastSequences.containsKey(place)
                        || ends.getOrDefault(place, 0L) - from <= begins.getOrDefault(place, 0L));
            }
            return new Ends(
                    places.stream().collect(groupingBy(TopicPartition::topic, summingInt(_ -> 1))), lastSequences);
        }
    }

    /** Reads all of these partitions at once to their ends: one after the other costs a wait for each. */
    private void read(
            Consumer<Object, Object> consumer,
            Set<TopicPartition> places,
            ToLongFunction<TopicPartition> start,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, Long> lastSequences) {
        consumer.assign(places);
        places.forEach(place -> consumer.seek(place, start.applyAsLong(place)));
        while (places.stream().anyMatch(place -> consumer.position(place) < ends.getOrDefault(place, 0L))) {
            for (var record : consumer.poll(POLL)) {
                long sequence = sequence(record);
                if (sequence > 0) {
                    lastSequences.merge(new TopicPartition(record.topic(), record.partition()), sequence, Math::max);
                }
            }
        }
    }

    private long sequence(ConsumerRecord<Object, Object> record) {
        if (!(record.value() instanceof byte[] bytes)) {
            return 0;
        }
        try {
            return switch (events.deserialize(record.topic(), record.headers(), bytes)) {
                case StoryPublished published -> published.getSequence();
                case CopySettled settled -> settled.getSequence();
                default -> 0;
            };
        } catch (UnreadableEventException _) {
            return 0;
        }
    }
}
