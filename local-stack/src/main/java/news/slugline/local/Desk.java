package news.slugline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A wire desk at the pipeline's door: hands in copy and follows it. */
final class Desk {

    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("txt", "text/plain"),
            Map.entry("json", "application/json"),
            Map.entry("ndjson", "application/x-ndjson"),
            Map.entry("jsonl", "application/x-ndjson"),
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("xml", "application/xml"),
            Map.entry("nitf", "application/xml"),
            Map.entry("rss", "application/rss+xml"),
            Map.entry("atom", "application/atom+xml"),
            Map.entry("eml", "message/rfc822"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("gif", "image/gif"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"));

    private final URI door;
    private final String key;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Desk(URI door, String key) {
        this.door = door;
        this.key = key;
    }

    /** What the door said. */
    sealed interface Answer {

        /** The body holds the receipt, and what was understood. */
        record Accepted(JsonNode body) implements Answer {}

        /** The problem is RFC 9457 problem details; a missing node where the answer was none. */
        record Refused(int status, JsonNode problem) implements Answer {}

        /** Not taken yet: to be sent again after that time. */
        record Later(Duration retryAfter, JsonNode problem) implements Answer {}

        /** Nobody answered. */
        record Unreachable(String reason) implements Answer {}
    }

    /**
     * What is handed in.
     *
     * @param fileName tells the media type, where the door cannot tell it from the content
     */
    record Piece(byte[] content, String fileName) {

        /** Stable for the same file with the same content: the door takes the piece once, however often it is sent. */
        String idempotencyKey() {
            return UUID.nameUUIDFromBytes(content) + "-" + UUID.nameUUIDFromBytes(fileName.getBytes(UTF_8));
        }
    }

    /** The media type by the file's name; text goes without a charset, so that the door finds it out. */
    static String contentType(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(extension, "text/plain");
    }

    Answer handIn(Piece piece) {
        return handIn(piece, "");
    }

    /** Hands in an old piece, which takes the routine lane, and counts once. */
    Answer handInFromArchive(Piece piece) {
        return handIn(piece, "&lane=routine", "Idempotency-Key", piece.idempotencyKey());
    }

    private Answer handIn(Piece piece, String more, String... headers) {
        var name = URLEncoder.encode(piece.fileName(), UTF_8);
        try {
            var request = HttpRequest.newBuilder(door.resolve("/copy?filename=" + name + more))
                    .header("Content-Type", contentType(piece.fileName()))
                    .POST(BodyPublishers.ofByteArray(piece.content()));
            var answer = send(headers.length == 0 ? request : request.headers(headers));
            var retryAfter = answer.headers().firstValue("Retry-After").map(Long::parseLong);
            return switch (answer.statusCode()) {
                case 202 -> new Answer.Accepted(json(answer));
                case 429, 503 -> new Answer.Later(Duration.ofSeconds(retryAfter.orElse(2L)), json(answer));
                default -> new Answer.Refused(answer.statusCode(), json(answer));
            };
        } catch (IOException e) {
            return new Answer.Unreachable("Nobody answers at " + door + ": " + e + ". Is Slugline up?");
        }
    }

    /** The receipt's state once it is settled, or its latest when the patience is over. */
    JsonNode follow(String receiptId, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var receipt = receipt(receiptId);
            var status = receipt.path("status").asText("received");
            if (!"received".equals(status) || System.nanoTime() > deadline) {
                return receipt;
            }
            pause();
        }
    }

    private JsonNode receipt(String receiptId) {
        try {
            var answer = send(HttpRequest.newBuilder(door.resolve("/receipts/" + receiptId)));
            return answer.statusCode() == 200 ? json(answer) : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(
                    request.header("Authorization", "Bearer " + key)
                            .timeout(ANSWER)
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
