package news.slugline.ingest.format.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A list of phrases from a resource: one a line, {@code #} before a remark. */
final class Phrases {

    private static final int DECORATION = 20;

    private final Set<String> phrases;
    private final int longest;

    private Phrases(Set<String> phrases) {
        this.phrases = phrases;
        this.longest = phrases.stream().mapToInt(String::length).max().orElse(0);
    }

    static Phrases of(String resource) {
        var stream = Objects.requireNonNull(Phrases.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            return new Phrases(reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Prose::plain)
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the whole line is one of the phrases, whatever its case and decoration. */
    boolean is(String line) {
        return line.length() <= longest + DECORATION && phrases.contains(Prose.plain(line));
    }
}
