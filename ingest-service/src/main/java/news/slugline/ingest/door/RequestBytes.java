package news.slugline.ingest.door;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import news.slugline.ingest.copy.Ingestion;
import org.springframework.http.HttpHeaders;

/**
 * The body of a request, inflated where it came in gzip (RFC 9110 Content-Encoding).
 *
 * <p>Never reads or inflates more than one byte beyond the size limit of copy; that byte tells that there was more.
 */
sealed interface RequestBytes {

    /** As the desk meant them. */
    record Read(byte[] content) implements RequestBytes {}

    /** They break off, or are in an encoding that is not taken. */
    record Encoded(byte[] content, String detail) implements RequestBytes {}

    static RequestBytes of(HttpServletRequest request) throws IOException {
        byte[] content = request.getInputStream().readNBytes(Ingestion.MAX_COPY_BYTES + 1);
        String encoding = Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_ENCODING))
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity", "" -> new Read(content);
            case "gzip", "x-gzip" -> inflated(content);
            default -> new Encoded(content, "The content encoding '" + encoding + "' is not taken.");
        };
    }

    private static RequestBytes inflated(byte[] content) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            return new Read(gzip.readNBytes(Ingestion.MAX_COPY_BYTES + 1));
        } catch (IOException e) {
            return new Encoded(content, "The body is declared as gzip but cannot be inflated: " + e.getMessage() + ".");
        }
    }
}
