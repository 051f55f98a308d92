package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.regex.Pattern;

/** Reads newline-delimited JSON (NDJSON): a batch, of which each line is a piece of its own. */
final class NdjsonReader implements Format {

    private static final Pattern LINE = Pattern.compile("\\R");
    private static final Pattern TWO_OBJECTS = Pattern.compile("\\A\\{[^\\n]*\\}[ \\t\\r]*\\n\\s*+\\{");

    @Override
    public boolean recognises(Payload payload) {
        return payload.mediaType().matches("application/(?:x-ndjson|ndjson|x-jsonlines|jsonl|json-seq)")
                || TWO_OBJECTS.matcher(payload.head()).find();
    }

    @Override
    public List<Payload> pieces(Payload payload) {
        List<Payload> pieces = LINE.splitAsStream(new String(payload.content(), UTF_8).replace("\u001e", ""))
                .filter(line -> !line.isBlank())
                .map(line -> new Payload(line.getBytes(UTF_8), "application/json", payload.fileName()))
                .toList();
        return pieces.isEmpty() ? List.of(payload) : pieces;
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        return new Reading.Unreadable(
                "empty", "The NDJSON holds no line with an object.", "Send one JSON object a line, UTF-8.");
    }
}
