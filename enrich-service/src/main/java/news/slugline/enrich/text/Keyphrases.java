package news.slugline.enrich.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Picks the phrases of a story that tell what it is about: those that come again, stand early, and are longer than a word.
 *
 * <p>Every phrase stands in the text as it is given. Only languages whose small words are listed are read.
 */
public final class Keyphrases {

    private static final int MOST = 8;
    private static final int LONGEST = 3;
    private static final int SHORTEST_WORD = 3;
    private static final double HEADLINE = 3;
    private static final double EARLY = 60;

    /** A phrase as it stands first, and what speaks for it. */
    private static final class Candidate {

        private final String text;
        private final int words;
        private double weight;
        private int times;

        Candidate(String text, int words) {
            this.text = text;
            this.words = words;
        }

        /** A word more counts as coming again one and a half times. */
        double score() {
            return weight * (times > 1 || weight >= HEADLINE ? 1 : 0.5) * (1 + 0.5 * (words - 1));
        }
    }

    private final StopWords stopWords;

    public Keyphrases(StopWords stopWords) {
        this.stopWords = stopWords;
    }

    /**
     * The best phrases first, none within another.
     *
     * @param language ISO 639
     */
    public List<String> of(String headline, String body, String language) {
        if (!stopWords.knows(language)) {
            return List.of();
        }
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        gather(body, language, candidates);
        Map<String, Candidate> fromHeadline = new HashMap<>();
        gather(headline, language, fromHeadline);
        fromHeadline.keySet().forEach(key -> {
            Candidate candidate = candidates.get(key);
            if (candidate != null) {
                candidate.weight += HEADLINE;
            }
        });
        var best = new ArrayList<String>();
        var keys = new ArrayList<String>();
        candidates.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Candidate> entry) ->
                                entry.getValue().score())
                        .reversed())
                .forEach(entry -> {
                    String key = " " + entry.getKey() + " ";
                    boolean again = keys.stream().anyMatch(other -> other.contains(key) || key.contains(other));
                    if (best.size() < MOST && !again) {
                        best.add(entry.getValue().text);
                        keys.add(key);
                    }
                });
        return List.copyOf(best);
    }

    private void gather(String text, String language, Map<String, Candidate> candidates) {
        List<Token> tokens = Tokenizer.tokens(text);
        for (int from = 0; from < tokens.size(); from++) {
            var key = new StringBuilder();
            for (int to = from + 1; to <= Math.min(tokens.size(), from + LONGEST); to++) {
                Token last = tokens.get(to - 1);
                if (isSmall(last, language) || (to > from + 1 && !last.follows())) {
                    break;
                }
                key.append(key.isEmpty() ? "" : " ").append(last.key());
                String phrase = text.substring(tokens.get(from).start(), last.end());
                int words = to - from;
                Candidate candidate = candidates.computeIfAbsent(key.toString(), _ -> new Candidate(phrase, words));
                candidate.weight += 0.5 + 0.5 * Math.exp(-from / EARLY);
                candidate.times++;
            }
        }
    }

    private boolean isSmall(Token token, String language) {
        return token.key().length() < SHORTEST_WORD
                || stopWords.has(language, token.key())
                || token.key().chars().noneMatch(Character::isLetter);
    }
}
