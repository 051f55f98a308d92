package news.slugline.enrich.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
    private static final String ANY = "*";
    private static final Pattern ELISION = Pattern.compile("^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'");
    private static final String THE = "ال";
    private static final Pattern PARTICLES = Pattern.compile("^[وف]?(?:[بك]?ال|لل|[بكل](?=...))?");

    private final Map<String, Map<String, List<Argument>>> wholes = new HashMap<>();
    private final Map<String, Map<String, List<Argument>>> stems = new HashMap<>();
    private final Map<String, Map<String, List<Argument>>> endings = new HashMap<>();

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
        boolean stem = term.endsWith(ANY);
        boolean ending = term.startsWith(ANY);
        String key = Folding.fold(term.replace(ANY, ""));
        (stem ? stems : ending ? endings : wholes)
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
        return spellings(language, key)
                .map(spelling -> exactly(language, spelling).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .stream()
                .flatMap(List::stream);
    }

    private Stream<Argument> exactly(String language, String key) {
        var beginnings = stems.getOrDefault(language, Map.of());
        var ends = endings.getOrDefault(language, Map.of());
        return Stream.of(
                        Stream.of(wholes.getOrDefault(language, Map.of()).getOrDefault(key, List.of())),
                        // a stem or an ending is open within its word only
                        IntStream.rangeClosed(Math.max(SHORTEST_STEM, key.lastIndexOf(' ') + 1), key.length())
                                .mapToObj(length -> beginnings.getOrDefault(key.substring(0, length), List.of())),
                        IntStream.rangeClosed(0, key.contains(" ") ? -1 : key.length() - SHORTEST_STEM)
                                .mapToObj(from -> ends.getOrDefault(key.substring(from), List.of())))
                .flatMap(found -> found)
                .flatMap(List::stream);
    }

    /** French and Arabic write small words in one with the word that follows. */
    private static Stream<String> spellings(String language, String key) {
        return switch (language) {
            case "fr" -> Stream.of(key, ELISION.matcher(key).replaceFirst(""));
            case "ar" -> {
                String bare = PARTICLES.matcher(key).replaceFirst("");
                yield Stream.of(key, bare, THE + bare);
            }
            default -> Stream.of(key);
        };
    }
}
