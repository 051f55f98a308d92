package news.slugline.enrich.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a language that carry no matter of their own. */
public final class StopWords {

    private final Map<String, Set<String>> words = new HashMap<>();

    public StopWords() {
        for (String line : ResourceLines.of("text/stopwords.txt")) {
            String[] parts = line.split(":", 2);
            words.put(
                    parts[0],
                    Stream.of(parts[1].strip().split("\\s+", -1))
                            .map(Folding::fold)
                            .collect(Collectors.toSet()));
        }
    }

    /** True where a language's (ISO 639) words are listed. */
    public boolean knows(String language) {
        return words.containsKey(language);
    }

    /** By the folded word. */
    public boolean has(String language, String key) {
        return words.getOrDefault(language, Set.of()).contains(key);
    }
}
