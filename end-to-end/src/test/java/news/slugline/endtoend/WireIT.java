package news.slugline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import news.slugline.event.CopySettled;
import news.slugline.event.Settlement;
import news.slugline.local.FreePorts;
import news.slugline.local.TestStack;
import news.slugline.schemas.EventDeserializer;
import news.slugline.schemas.EventSerializer;
import news.slugline.schemas.RegistryUnavailableException;
import news.slugline.schemas.UnreadableEventException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** The wire format against the real registry. */
class WireIT {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final CopySettled EVENT = new CopySettled(
            1L, "0198", "north", "urn:test", 1L, Settlement.published, null, "http://site.example/", NOW, NOW);
    private static final String TOPIC = "copy.settled";

    private final TestStack stack = TestStack.shared();

    @Test
    void readsWhatItWroteInTheConfluentWireFormat() {
        byte[] bytes = write(EVENT);

        assertThat(bytes[0]).isZero();
        assertThat(read(bytes, stack.registryUrl())).isEqualTo(EVENT);
    }

    @Test
    void otherToolsFindTheSchemaByTheIdInTheRecord() throws Exception {
        int id = ByteBuffer.wrap(write(EVENT), 1, 4).getInt();
        var request = HttpRequest.newBuilder(URI.create(
                        stack.registryUrl().replace("/apis/registry/v3", "/apis/ccompat/v7/schemas/ids/" + id)))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .contains("CopySettled");
    }

    @Test
    void callsBytesThatAreNoEventUnreadable() {
        byte[] good = write(EVENT);
        byte[] cutOff = Arrays.copyOf(good, good.length / 2);
        byte[] unknownSchema = good.clone();
        ByteBuffer.wrap(unknownSchema).putInt(1, 0x7f7f7f7f);

        for (byte[] bad : new byte[][] {{}, {1, 2, 3}, cutOff, unknownSchema}) {
            assertThatThrownBy(() -> read(bad, stack.registryUrl())).isInstanceOf(UnreadableEventException.class);
        }
    }

    @Test
    void doesNotCallAnEventUnreadableBecauseTheRegistryIsAway() {
        String nobody = "http://127.0.0.1:" + FreePorts.find(1).getFirst() + "/apis/registry/v3";

        assertThat(catchThrowable(() -> read(write(EVENT), nobody))).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void doesNotCallAnEventUnreadableBecauseTheRegistryIsAiling() throws Exception {
        var ailing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ailing.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        ailing.start();
        try {
            String url = "http://127.0.0.1:" + ailing.getAddress().getPort() + "/apis/registry/v3";
            assertThat(catchThrowable(() -> read(write(EVENT), url))).isInstanceOf(RegistryUnavailableException.class);
        } finally {
            ailing.stop(0);
        }
    }

    private byte[] write(SpecificRecord event) {
        try (var serializer = new EventSerializer()) {
            serializer.configure(Map.of("apicurio.registry.url", stack.registryUrl()), false);
            return serializer.serialize(TOPIC, new RecordHeaders(), event);
        }
    }

    private static SpecificRecord read(byte[] bytes, String registry) {
        try (var deserializer = new EventDeserializer()) {
            deserializer.configure(Map.of("apicurio.registry.url", registry), false);
            return deserializer.deserialize(TOPIC, new RecordHeaders(), bytes);
        }
    }
}
