package news.slugline.schemas;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Reads events in the Confluent wire format into the generated classes.
 *
 * <p>Tells apart what no retry can mend ({@link UnreadableEventException}) from a registry that does not answer ({@link
 * RegistryUnavailableException}), because the first is a dead letter and the second must be waited for. Needs
 * {@code apicurio.registry.url}; everything else is set here, so that no launch path can forget it.
 */
public final class EventDeserializer extends AvroKafkaDeserializer<SpecificRecord> {

    private static final int HEADER_BYTES = 5;

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        super.configure(Wire.settings(configs), isKey);
    }

    @Override
    public SpecificRecord deserialize(String topic, Headers headers, byte[] data) {
        if (data.length < HEADER_BYTES || data[0] != 0) {
            throw new UnreadableEventException(
                    "not in the Confluent wire format: a zero byte and a four-byte schema id");
        }
        try {
            return super.deserialize(topic, headers, data);
        } catch (RuntimeException e) {
            if (Wire.isOutage(e)) {
                throw new RegistryUnavailableException(e);
            }
            throw new UnreadableEventException("its bytes do not fit the schema they name: " + e.getMessage(), e);
        }
    }
}
