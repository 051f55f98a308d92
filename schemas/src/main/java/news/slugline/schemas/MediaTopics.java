package news.slugline.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The IPTC Media Topics that tags are taken from: their codes, names and hierarchy. */
public final class MediaTopics {

    private record Concept(String name, String broader) {}

    private static final String TOP = "-";

    private static final Concept ROOT = new Concept("", TOP);

    private final Map<String, Concept> concepts = new TreeMap<>();

    public MediaTopics() {
        for (String line : lines()) {
            var columns = line.split("\t", -1);
            concepts.put(columns[0], new Concept(columns[1], columns[2]));
        }
    }

    /** The preferred label in English; empty for a code that is not in use. */
    public Optional<String> name(String qcode) {
        return Optional.ofNullable(concepts.get(qcode)).map(Concept::name);
    }

    /** True for one of the 17. */
    public boolean isTop(String qcode) {
        var concept = concepts.get(qcode);
        return concept != null && concept.broader().equals(TOP);
    }

    /** The topic and its broader ones, itself first. */
    public Stream<String> lineage(String qcode) {
        return Stream.iterate(
                qcode,
                concepts::containsKey,
                code -> concepts.getOrDefault(code, ROOT).broader());
    }

    /** Every code in use, in order. */
    public Stream<String> qcodes() {
        return concepts.keySet().stream();
    }

    private static List<String> lines() {
        try (var reader = new BufferedReader(new InputStreamReader(
                requireNonNull(MediaTopics.class.getResourceAsStream("media-topics.tsv")), UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
