package news.slugline.publish.story;

import java.util.Locale;
import java.util.Set;

/** The direction in which a language is written, as the HTML {@code dir} attribute names it. */
public enum Direction {
    ltr,
    rtl;

    private static final Set<String> RIGHT_TO_LEFT_LANGUAGES =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "ps", "sd", "syr", "ug", "ur", "yi");
    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("Adlm", "Arab", "Aran", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa");

    /** The script decides where the tag names one: {@code az-Arab} runs right to left, {@code az} does not. */
    static Direction of(Locale locale) {
        boolean rightToLeft = locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT_LANGUAGES.contains(locale.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
        return rightToLeft ? rtl : ltr;
    }
}
