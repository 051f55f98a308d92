package news.slugline.enrich.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;

/** Reads the word lists that are part of this service. */
public final class ResourceLines {

    private ResourceLines() {}

    /** The lines of a resource, but for empty ones and comments; of a packed one where its name ends so. */
    public static List<String> of(String path) {
        try (var in = new ClassPathResource(path).getInputStream()) {
            byte[] bytes = path.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
            return new String(bytes, UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
