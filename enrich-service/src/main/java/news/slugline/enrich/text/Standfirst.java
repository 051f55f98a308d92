package news.slugline.enrich.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Picks one or two sentences of a story that can stand under its headline. */
public final class Standfirst {

    private static final int FEWEST_WORDS = 80;
    private static final int LONGEST = 45;
    private static final int ENOUGH = 18;
    private static final int FIRST_SENTENCES = 4;
    private static final double LATER = 0.8;

    private Standfirst() {}

    /**
     * The sentence among the first ones that has most of the story's keyphrases, with the next one where it is short; empty
     * for a story that is hardly longer than that.
     *
     * @param words of the body
     */
    public static Optional<String> of(String body, List<String> keyphrases, Locale language, int words) {
        if (words < FEWEST_WORDS) {
            return Optional.empty();
        }
        List<String> sentences = sentences(body, language);
        int best = -1;
        double most = 0;
        for (int at = 0; at < Math.min(FIRST_SENTENCES, sentences.size()); at++) {
            double score = score(sentences.get(at), keyphrases) * Math.pow(LATER, at);
            if (words(sentences.get(at)) <= LONGEST && score > most) {
                most = score;
                best = at;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        String chosen = sentences.get(best);
        boolean withNext = words(chosen) < ENOUGH
                && best + 1 < sentences.size()
                && words(chosen) + words(sentences.get(best + 1)) <= LONGEST
                && body.contains(chosen + " " + sentences.get(best + 1));
        return Optional.of(withNext ? chosen + " " + sentences.get(best + 1) : chosen);
    }

    /** The sentences of the first paragraphs; none goes over the end of a paragraph. */
    private static List<String> sentences(String body, Locale language) {
        var sentences = new ArrayList<String>();
        for (String paragraph : body.split("\n\n", FIRST_SENTENCES + 1)) {
            BreakIterator breaks = BreakIterator.getSentenceInstance(language);
            breaks.setText(paragraph);
            int start = breaks.first();
            for (int end = breaks.next();
                    end != BreakIterator.DONE && sentences.size() <= FIRST_SENTENCES;
                    end = breaks.next()) {
                sentences.add(paragraph.substring(start, end).strip());
                start = end;
            }
        }
        return sentences;
    }

    /** A quotation or a question says little without what it answers. */
    private static double score(String sentence, List<String> keyphrases) {
        boolean leans = sentence.isEmpty() || "\"“„«'‘".indexOf(sentence.charAt(0)) >= 0 || sentence.endsWith("?");
        long found = keyphrases.stream().filter(sentence::contains).count();
        return (1 + found) * (leans ? 0.3 : 1);
    }

    private static int words(String sentence) {
        return sentence.split("\\s+", -1).length;
    }
}
