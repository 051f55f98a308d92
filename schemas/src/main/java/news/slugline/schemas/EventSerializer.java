package news.slugline.schemas;

import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Writes events in the Confluent wire format: a zero byte, the schema's four-byte content id, Avro binary.
 *
 * <p>Needs {@code apicurio.registry.url}; everything else is set here, so that no launch path can forget it. The
 * registry is asked once a schema; afterwards it may be down. Until then {@link RegistryUnavailableException} says that it
 * is.
 */
public final class EventSerializer extends AvroKafkaSerializer<SpecificRecord> {

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        super.configure(Wire.settings(configs), isKey);
    }

    @Override
    public byte[] serialize(String topic, Headers headers, SpecificRecord event) {
        try {
            return super.serialize(topic, headers, event);
        } catch (RuntimeException e) {
            throw Wire.isOutage(e) ? new RegistryUnavailableException(e) : e;
        }
    }
}
