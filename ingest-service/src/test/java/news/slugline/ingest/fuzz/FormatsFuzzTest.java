package news.slugline.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import news.slugline.ingest.format.Arrival;
import news.slugline.ingest.format.Formats;
import news.slugline.ingest.format.Payload;
import news.slugline.ingest.format.Reading;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads bytes that a fuzzer makes of our samples of every format: none may throw, hang or fill the memory.
 *
 * <p>Fuzzes where JAZZER_FUZZ is set, as the build does for a bounded run; else it reads the samples once.
 */
class FormatsFuzzTest {

    private static final Arrival ARRIVAL = new Arrival(null, Instant.parse("2026-03-01T12:00:00Z"));
    private static final int MOST_BYTES = 20_000;

    private final Formats formats = new Formats();

    @MethodSource("samples")
    @FuzzTest(maxDuration = "20s")
    void readsAnyBytesAndThrowsNothing(byte[] content) {
        var payload = new Payload(content, null, null);

        assertThat(formats.pieces(payload)).isNotEmpty();
        assertThat(formats.read(payload, ARRIVAL)).isInstanceOf(Reading.class);
    }

    static Stream<Arguments> samples() {
        Path folder = Path.of(System.getProperty("slugline.home"), "ingest-service/src/test/resources");
        try (var files = Files.walk(folder)) {
            Stream<byte[]> pages = files
                    .filter(file -> file.toString().matches(".*\\.(?:html|txt)")
                            && !file.toString().contains("expected"))
                    .sorted()
                    .map(FormatsFuzzTest::read)
                    .filter(bytes -> bytes.length < MOST_BYTES)
                    .toList()
                    .stream();
            return Stream.concat(pages, Seeds.all()).map(Arguments::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
