package news.slugline.enrich.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.slugline.enrich.text.Folding;
import news.slugline.enrich.text.ResourceLines;

/** The words that argue for media topics, by language. */
final class Lexicon {

    /** A term that argues for a topic; weight is 0 to 1. */
    record Argument(String term, String qcode, double weight) {}

    private static final double STRONG = 1;
    private static final double WEAK = 0.4;
    private static final int SHORTEST_STEM = 3;

    private final Map<String, Map<String, List<Argument>>> wholes = new HashMap<>();
    private final Map<String, Map<String, List<Argument>>> stems = new HashMap<>();

    Lexicon() {
        for (String line : ResourceLines.of("topics/lexicon.tsv")) {
            var columns = line.split("\t", -1);
            for (String term : columns[2].split("; ", -1)) {
                add(columns[1], columns[0], term);
            }
        }
    }

    private void add(String language, String qcode, String written) {
        boolean strong = written.endsWith("!");
        String term = strong ? written.substring(0, written.length() - 1) : written;
        boolean stem = term.endsWith("*");
        String key = Folding.fold(stem ? term.substring(0, term.length() - 1) : term);
        (stem ? stems : wholes)
                .computeIfAbsent(language, _ -> new HashMap<>())
                .computeIfAbsent(key, _ -> new ArrayList<>())
                .add(new Argument(term, qcode, strong ? STRONG : WEAK));
    }

    /** True where there are words of this language (ISO 639). */
    boolean knows(String language) {
        return wholes.containsKey(language);
    }

    /** What a folded word, or words with single spaces between them, argues for. */
    Stream<Argument> arguments(String language, String key) {
        var beginnings = stems.getOrDefault(language, Map.of());
        return Stream.concat(
                wholes.getOrDefault(language, Map.of()).getOrDefault(key, List.of()).stream(),
                IntStream.rangeClosed(SHORTEST_STEM, key.length())
                        .mapToObj(length -> beginnings.getOrDefault(key.substring(0, length), List.of()))
                        .flatMap(List::stream));
    }
}
