package news.slugline.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;

/** A wire desk at the pipeline's door: hands in copy and follows it. */
final class Desk {

    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

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

        /** Nobody answered. */
        record Unreachable(String reason) implements Answer {}
    }

    /** The media type by the file's name; plain text goes without a charset, so that the door finds it out. */
    static String contentType(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".json") ? "application/json" : "text/plain";
    }

    Answer handIn(byte[] copy, String contentType) {
        try {
            var answer = send(HttpRequest.newBuilder(door.resolve("/copy"))
                    .header("Content-Type", contentType)
                    .POST(BodyPublishers.ofByteArray(copy)));
            return answer.statusCode() == 202
                    ? new Answer.Accepted(json(answer))
                    : new Answer.Refused(answer.statusCode(), json(answer));
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
