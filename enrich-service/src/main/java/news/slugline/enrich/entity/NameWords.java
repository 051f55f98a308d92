package news.slugline.enrich.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.slugline.enrich.text.ResourceLines;

/** What single words are known for, wherever they stand: given and family names of many countries, and words of a kind. */
final class NameWords {

    /**
     * A word that is known.
     *
     * @param kind the number of the few hundred words that are used alike, zero where that is not known
     * @param wideKind the same, of the few thousand
     */
    record Word(boolean given, boolean family, int kind, int wideKind) {

        static final Word UNKNOWN = new Word(false, false, 0, 0);
    }

    private final Map<String, Word> words = new HashMap<>();

    NameWords() {
        for (String line : ResourceLines.of("entities/words.tsv.gz")) {
            List<String> columns = List.of(line.split("\t", -1));
            words.put(
                    columns.getFirst(),
                    new Word(
                            columns.size() > 1 && columns.get(1).contains("g"),
                            columns.size() > 1 && columns.get(1).contains("f"),
                            columns.size() > 2 ? 1 + Integer.parseInt(columns.get(2)) : 0,
                            columns.size() > 3 ? 1 + Integer.parseInt(columns.get(3)) : 0));
        }
    }

    /** By the folded word. */
    Word find(String key) {
        return words.getOrDefault(key, Word.UNKNOWN);
    }
}
