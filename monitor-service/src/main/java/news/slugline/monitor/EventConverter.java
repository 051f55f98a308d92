package news.slugline.monitor;

import java.lang.reflect.Type;
import news.slugline.schemas.EventDeserializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.kafka.support.converter.MessagingMessageConverter;

/** Turns a record's bytes into its event at the listener's door, so that the container still holds the bytes as they came. */
final class EventConverter extends MessagingMessageConverter {

    private final EventDeserializer deserializer;

    EventConverter(EventDeserializer deserializer) {
        this.deserializer = deserializer;
    }

    @Override
    protected Object extractAndConvertValue(ConsumerRecord<?, ?> record, @Nullable Type type) {
        return record.value() instanceof byte[] bytes
                ? deserializer.deserialize(record.topic(), record.headers(), bytes)
                : KafkaNull.INSTANCE;
    }
}
