package news.slugline.publish.story;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.CopySettled;
import news.slugline.event.EnrichmentEdited;
import news.slugline.event.StoryPublished;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns events into the bytes that the database keeps, and back: Avro's single-object encoding, whose header names the
 * schema that wrote them.
 *
 * <p>Evolves as the topics do: each release keeps its schemas beside the rows when it starts, and what an older release
 * wrote is read by Avro's resolution rules as the present schema. Only the events listed here can be stored.
 */
@Component
public class StoredEvents {

    private static final List<Class<? extends SpecificRecordBase>> TYPES =
            List.of(ArticleEnriched.class, StoryPublished.class, CopySettled.class, EnrichmentEdited.class);

    private final JdbcClient jdbc;
    private final Map<Long, Schema> writers = new ConcurrentHashMap<>();
    private final Map<Class<?>, BinaryMessageEncoder<SpecificRecordBase>> encoders;
    private final Map<Class<?>, BinaryMessageDecoder<SpecificRecordBase>> decoders;

    StoredEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
        encoders = TYPES.stream().collect(Collectors.toMap(Function.identity(), StoredEvents::encoder));
        decoders = TYPES.stream().collect(Collectors.toMap(Function.identity(), this::decoder));
        TYPES.forEach(type -> keep(model(type).getSchema(type)));
    }

    public byte[] encode(SpecificRecordBase event) {
        try {
            ByteBuffer bytes = requireNonNull(encoders.get(event.getClass())).encode(event);
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <E extends SpecificRecordBase> E decode(byte[] bytes, Class<E> type) {
        try {
            return type.cast(requireNonNull(decoders.get(type)).decode(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BinaryMessageEncoder<SpecificRecordBase> encoder(Class<?> type) {
        return new BinaryMessageEncoder<>(model(type), model(type).getSchema(type));
    }

    private BinaryMessageDecoder<SpecificRecordBase> decoder(Class<?> type) {
        return new BinaryMessageDecoder<>(model(type), model(type).getSchema(type), this::writer);
    }

    /** The data model that the class was generated with: it knows the logical types. */
    private static SpecificData model(Class<?> type) {
        return SpecificData.getForClass(type);
    }

    private void keep(Schema schema) {
        jdbc.sql("""
                insert into event_schema (fingerprint, schema) values (:fingerprint, :schema)
                on conflict do nothing
                """)
                .param("fingerprint", SchemaNormalization.parsingFingerprint64(schema))
                .param("schema", schema.toString())
                .update();
    }

    private @Nullable Schema writer(long fingerprint) {
        return writers.computeIfAbsent(fingerprint, this::read);
    }

    private @Nullable Schema read(long fingerprint) {
        return jdbc.sql("select schema from event_schema where fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(String.class)
                .optional()
                .map(json -> new Schema.Parser().parse(json))
                .orElse(null);
    }
}
