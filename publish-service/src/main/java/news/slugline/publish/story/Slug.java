package news.slugline.publish.story;

import java.text.Normalizer;
import java.util.Locale;

/** Makes the readable part of an address from words in any script; percent-encoding is left to whoever writes the URL. */
public final class Slug {

    private static final int MAX_LENGTH = 80;

    private Slug() {}

    /** Letters and digits in lower case, joined by hyphens; empty where the words have neither. */
    public static String of(String words) {
        String joined = Normalizer.normalize(words, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]++", "-")
                .replaceAll("^-|-$", "");
        return shortened(joined);
    }

    /** Cuts between words where it can, and never inside a character. */
    private static String shortened(String slug) {
        if (slug.codePointCount(0, slug.length()) <= MAX_LENGTH) {
            return slug;
        }
        int end = slug.offsetByCodePoints(0, MAX_LENGTH);
        int lastHyphen = slug.lastIndexOf('-', end);
        return slug.substring(0, lastHyphen > 0 ? lastHyphen : end);
    }
}
