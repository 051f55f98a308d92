package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON (RFC 8259) with bounds on nesting and string length. */
final class Json {

    private static final int MAX_NESTING = 64;
    private static final int MAX_STRING_LENGTH = 16 * 1024 * 1024;

    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxStringLength(MAX_STRING_LENGTH)
                    .build())
            .build());

    private Json() {}

    /** JSON is what says so, and what was declared otherwise but opens as a JSON object with a name, or an array of such. */
    static boolean isJson(Payload payload) {
        String type = payload.mediaType();
        return type.endsWith("/json")
                || type.endsWith("+json")
                || payload.head().matches("(?s)(?:\\[\\s*)?\\{\\s*\"[\\w:@$.-]{1,40}\"\\s*:.*");
    }

    /**
     * The document.
     *
     * @throws JacksonException where it is none, or goes beyond the bounds
     */
    static JsonNode read(Payload payload) {
        return MAPPER.readTree(payload.content());
    }

    /** The items of a collection, a piece each; the payload itself where it holds one or cannot be read. */
    static List<Payload> pieces(Payload payload, Function<JsonNode, List<JsonNode>> items) {
        try {
            List<JsonNode> found = items.apply(read(payload));
            return found.size() < 2
                    ? List.of(payload)
                    : found.stream()
                            .map(item -> new Payload(
                                    item.toString().getBytes(UTF_8), "application/json", payload.fileName()))
                            .toList();
        } catch (JacksonException _) {
            return List.of(payload);
        }
    }

    /** The first of these fields that holds a text or a number. */
    static Optional<String> text(JsonNode node, String... names) {
        return Arrays.stream(names)
                .map(node::path)
                .filter(value -> value.isString() || value.isNumber())
                .map(value -> value.asString().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Whether one of these fields holds anything, be it of a wrong type. */
    static boolean isPresent(JsonNode node, String... names) {
        return Arrays.stream(names).map(node::path).anyMatch(value -> !value.isMissingNode() && !value.isNull());
    }

    static Reading.Unreadable unreadable(JacksonException e) {
        var at = e.getLocation();
        return new Reading.Unreadable(
                "not-json",
                "The JSON breaks off or is wrong at line %d, column %d: %s"
                        .formatted(at.getLineNr(), at.getColumnNr(), e.getOriginalMessage()),
                "Mend it there, or send plain text with the header 'Content-Type: text/plain'.");
    }
}
