package news.slugline.enrich.step;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import news.slugline.enrich.text.Folding;
import news.slugline.enrich.text.Keyphrases;
import news.slugline.enrich.text.Standfirst;
import news.slugline.enrich.text.StopWords;
import news.slugline.enrich.text.Tokenizer;
import news.slugline.event.Article;
import news.slugline.event.ArticleIngested;

/** Adds what a list or a page shows of a text besides it: keyphrases, a standfirst, a slug, its length. */
public final class TextStep implements EnrichmentStep {

    /** Of English non-fiction, silently: M. Brysbaert, Journal of Memory and Language 109 (2019). */
    private static final double WORDS_A_MINUTE = 238;

    /** Of Chinese: S. Trauzettel-Klosinski, K. Dietz, Investigative Ophthalmology and Visual Science 53 (2012). */
    private static final double CHARACTERS_A_MINUTE = 255;

    private static final int LONGEST_SLUG = 80;
    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern APOSTROPHES = Pattern.compile("['.]");

    private final Keyphrases keyphrases = new Keyphrases(new StopWords());

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Contribution enrich(ArticleIngested piece, Findings soFar) {
        Article article = piece.getArticle();
        String language = soFar.language(article).orElse("und");
        List<String> phrases = keyphrases.of(article.getHeadline(), article.getBody(), language);
        long ideographs =
                article.getBody().codePoints().filter(Character::isIdeographic).count();
        int words = (int) ideographs
                + (int) Tokenizer.tokens(article.getBody()).stream()
                        .filter(token -> !Character.isIdeographic(token.text().codePointAt(0)))
                        .count();
        double minutes = ideographs / CHARACTERS_A_MINUTE + (words - ideographs) / WORDS_A_MINUTE;
        Optional<String> standfirst = article.getSubheadline().isPresent()
                ? Optional.empty()
                : Standfirst.of(article.getBody(), phrases, Locale.forLanguageTag(language), words);
        return new Contribution.TextRead(
                phrases, standfirst, slug(article.getHeadline()), words, (int) Math.ceil(minutes * 60));
    }

    /** The headline in lower-case Latin letters; nothing where it is written in others. */
    private static Optional<String> slug(String headline) {
        String folded = APOSTROPHES.matcher(Folding.fold(headline)).replaceAll("");
        long letters = folded.codePoints().filter(Character::isLetter).count();
        long latin = folded.chars().filter(c -> c >= 'a' && c <= 'z').count();
        if (latin * 10 < letters * 9) {
            return Optional.empty();
        }
        String slug = String.join(
                "-",
                NO_SLUG.splitAsStream(folded).filter(word -> !word.isEmpty()).toList());
        int cut = slug.length() <= LONGEST_SLUG ? slug.length() : slug.lastIndexOf('-', LONGEST_SLUG);
        return Optional.of(slug.substring(0, cut < 0 ? LONGEST_SLUG : cut)).filter(text -> !text.isEmpty());
    }
}
