package news.slugline.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a text into its words, each with its offset. A character that belongs to no word stands in a gap.
 *
 * <p>An elided article before a capital is a word of its own: l' and Allemagne, D' and Souza.
 */
public final class Tokenizer {

    private static final Pattern WORD = Pattern.compile("""
            (?<![\\p{L}\\p{M}\\p{N}'’\\-])[LlDd]['’](?=\\p{Lu})
            |(?:\\p{Lu}\\.){2,}
            |\\p{Lu}\\.(?=\\s?\\p{Lu})
            |\\b(?:Dr|Mr|Mrs|Ms|Prof|Sen|Gov|Gen|Col|Capt|Lt|Sgt|Rev|St|Hon|Rep|Mt|Sr|Sra|Mme)\\.(?=\\s)
            |[\\p{L}\\p{M}\\p{N}]+(?:['’\\-\\u2010\\u2011][\\p{L}\\p{M}\\p{N}]+)*""", Pattern.COMMENTS);

    private static final Pattern POSSESSIVE = Pattern.compile("['’][sS]$");

    private Tokenizer() {}

    public static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var words = WORD.matcher(text);
        int last = 0;
        while (words.find()) {
            String word = words.group();
            String stem = word.length() > 2 ? POSSESSIVE.matcher(word).replaceFirst("") : word;
            int end = words.start() + stem.length();
            tokens.add(new Token(
                    stem,
                    Folding.fold(stem),
                    words.start(),
                    end,
                    text.substring(last, words.start()),
                    stem.length() < word.length()));
            last = words.end();
        }
        return tokens;
    }
}
