package news.slugline.ingest.format.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells sentences from the short lines around them, in any script. */
public final class Prose {

    /** Wires break lines at 60 to 80 columns; a paragraph's first line is hardly ever shorter than this. */
    static final int NARROWEST_WRAP = 45;

    private static final Pattern CLOSERS = Pattern.compile("[\"'”’»›」』）)\\]\\p{Zs}]++$");
    private static final Pattern SPACES = Pattern.compile("\\s++");
    private static final String TERMINALS = ".!?…。！？؟۔।॥։။";
    /** No script before Thai writes words together. */
    private static final int FIRST_UNSPACED = 0x0E00;

    private static final int LONGEST_CLOSE = 12;
    private static final int WORDS_OF_A_SENTENCE = 5;
    private static final int LETTERS_OF_A_SENTENCE = 12;
    private static final int LONGER_THAN_ANY_HEADLINE = 180;

    private Prose() {}

    /** Whether a line reads as text of a story rather than as a label, a link or a headline. */
    public static boolean isProse(String line) {
        return line.length() > LONGER_THAN_ANY_HEADLINE || (endsSentence(line) && isLongEnough(line));
    }

    public static boolean endsSentence(String line) {
        String bare = CLOSERS.matcher(line.substring(Math.max(0, line.length() - LONGEST_CLOSE)))
                .replaceFirst("");
        return !bare.isEmpty() && TERMINALS.indexOf(bare.codePointBefore(bare.length())) >= 0;
    }

    public static int words(String line) {
        int words = 0;
        boolean isInWord = false;
        for (int i = 0; i < line.length(); i++) {
            boolean isSpace = Character.isWhitespace(line.charAt(i));
            words += !isSpace && !isInWord ? 1 : 0;
            isInWord = !isSpace;
        }
        return words;
    }

    /** Scripts that write words together: Chinese, Japanese, Thai and their like. */
    public static boolean isUnspaced(String line) {
        if (line.chars().noneMatch(c -> c >= FIRST_UNSPACED)) {
            return false;
        }
        return line.codePoints().filter(Prose::isUnspacedLetter).count() * 2
                > line.codePoints().filter(Character::isLetter).count();
    }

    /** For comparing with a list of phrases: lower case, one space, no decoration around. */
    public static String plain(String line) {
        String folded = Normalizer.normalize(line, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("i\u0307", "i");
        return SPACES.matcher(folded.replaceAll("^[^\\p{L}\\p{N}#]++|[^\\p{L}\\p{M}\\p{N}#)]++$", ""))
                .replaceAll(" ");
    }

    private static boolean isLongEnough(String line) {
        return isUnspaced(line)
                ? line.codePoints().filter(Character::isLetter).count() >= LETTERS_OF_A_SENTENCE
                : words(line) >= WORDS_OF_A_SENTENCE;
    }

    private static boolean isUnspacedLetter(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
