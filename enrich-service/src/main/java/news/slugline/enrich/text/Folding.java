package news.slugline.enrich.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds spellings that a reader takes for the same: case, diacritics, apostrophes, Arabic vowel and hamza marks. */
public final class Folding {

    private static final Pattern MARKS =
            Pattern.compile("[\\p{InCombiningDiacriticalMarks}\\u064B-\\u0655\\u0670\\u0640]");

    private Folding() {}

    public static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ð', 'd')
                .replace("þ", "th")
                .replace('ı', 'i')
                .replace('’', '\'');
        return Normalizer.normalize(bare, Normalizer.Form.NFC);
    }
}
