package news.slugline.schemas;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.config.IdOption;
import io.apicurio.registry.serde.config.SerdeConfig;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.avro.util.ClassSecurityValidator;

/** What reader and writer share: the serialiser settings, and how to tell an ailing registry from a bad record. */
final class Wire {

    static {
        // Avro instantiates only classes that it is told to trust; the generated events are ours.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, type -> type.getPackageName().equals("news.slugline.event")));
    }

    private static final int INTERNAL_SERVER_ERROR = 500;

    private Wire() {}

    static Map<String, Object> settings(Map<String, ?> given) {
        var settings = new HashMap<String, Object>(given);
        // The content id is what the registry's Confluent-compatible API resolves.
        settings.put(SerdeConfig.USE_ID, IdOption.contentId.name());
        settings.put(SchemaResolverConfig.AUTO_REGISTER_ARTIFACT, true);
        settings.put(SchemaResolverConfig.FAULT_TOLERANT_REFRESH, true);
        settings.put(AvroSerdeConfig.USE_SPECIFIC_AVRO_READER, true);
        return settings;
    }

    /** Whether the registry is to blame for a failure, rather than the record. */
    static boolean isOutage(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(cause -> switch (cause) {
            case EOFException _ -> false;
            case IOException _, TimeoutException _ -> true;
            case ApiException answer -> answer.getResponseStatusCode() >= INTERNAL_SERVER_ERROR;
            default -> false;
        });
    }
}
