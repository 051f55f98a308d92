package news.slugline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import news.slugline.enrich.media.MediaStoreException;
import news.slugline.schemas.Topic;
import news.slugline.schemas.UnreadableEventException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What becomes of a record whose handling failed: an unreadable one is a dead letter at
 * once; an outage of broker, registry or media store is waited for; anything else gets two more tries and is then a dead
 * letter.
 *
 * <p>Retries block the partition, because a correction must not overtake its story; so whatever is not a known outage
 * has to end on the dead-letter topic soon.
 */
final class KafkaErrorPolicy {

    private KafkaErrorPolicy() {}

    static DefaultErrorHandler errorHandler(ProducerFactory<?, ?> producers, MeterRegistry meters) {
        var handler = new DefaultErrorHandler(deadLetters(producers, meters));
        handler.setClassifications(Map.of(), true);
        handler.setBackOffFunction((record, failure) -> backOff(failure));
        return handler;
    }

    private static DeadLetterPublishingRecoverer deadLetters(ProducerFactory<?, ?> producers, MeterRegistry meters) {
        // The listeners' records hold the bytes as they came, so that the dead letter does too.
        var raw = new KafkaTemplate<>(
                producers,
                Map.<String, Object>of(
                        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
        return new DeadLetterPublishingRecoverer(raw, (record, failure) -> {
            meters.counter("slugline.dead.lettered", "topic", record.topic()).increment();
            return deadLetterOf(record);
        });
    }

    private static TopicPartition deadLetterOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic() + Topic.DEAD_LETTER_SUFFIX, record.partition());
    }

    static BackOff backOff(Exception failure) {
        var causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .toList();
        if (causes.stream().anyMatch(UnreadableEventException.class::isInstance)) {
            return new FixedBackOff(0, 0);
        }
        return causes.stream().anyMatch(KafkaErrorPolicy::isOutage) ? asLongAsItFails() : new FixedBackOff(200, 2);
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case RetriableException _, TimeoutException _, InterruptedException _, MediaStoreException _ -> true;
            default -> false;
        };
    }

    private static BackOff asLongAsItFails() {
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        return backOff;
    }
}
