package news.slugline.enrich.topic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.enrich.text.ResourceLines;

/** The IPTC Media Topics: their codes, names and hierarchy. */
public final class MediaTopics {

    private record Concept(String name, String broader) {}

    private static final String TOP = "-";

    private static final Concept ROOT = new Concept("", TOP);

    private final Map<String, Concept> concepts = new HashMap<>();

    public MediaTopics() {
        for (String line : ResourceLines.of("topics/media-topics.tsv")) {
            var columns = line.split("\t", -1);
            concepts.put(columns[0], new Concept(columns[1], columns[2]));
        }
    }

    /** The preferred label in English; empty for a code that is not in use. */
    public Optional<String> name(String qcode) {
        return Optional.ofNullable(concepts.get(qcode)).map(Concept::name);
    }

    /** True for one of the 17. */
    boolean isTop(String qcode) {
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
}
