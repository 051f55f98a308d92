package news.slugline.enrich.step;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import news.slugline.event.Article;
import news.slugline.event.ArticleIngested;
import news.slugline.event.Language;
import news.slugline.event.Provenance;

/**
 * Detects the language of the body: by its script where only one language of news uses it, else by n-grams.
 *
 * <p>A short text proves little, so confidence grows with its length; below the threshold the language that the copy
 * declares stands.
 */
public final class LanguageStep implements EnrichmentStep {

    private static final double THRESHOLD = 0.6;
    private static final double DECLARED = 0.5;
    private static final int ENOUGH_CHARACTERS = 2000;
    private static final double SURE = 0.95;
    private static final int SHORTEST_PARAGRAPH = 80;
    private static final int ENOUGH_OF_PARAGRAPH = 300;

    /** Letters after which n-grams are about two-thirds as sure as they can be. */
    private static final double LETTERS = 20;

    private static final Map<UnicodeScript, String> SOLE_LANGUAGE = Map.ofEntries(
            Map.entry(UnicodeScript.ARMENIAN, "hy"),
            Map.entry(UnicodeScript.BENGALI, "bn"),
            Map.entry(UnicodeScript.ETHIOPIC, "am"),
            Map.entry(UnicodeScript.GEORGIAN, "ka"),
            Map.entry(UnicodeScript.GREEK, "el"),
            Map.entry(UnicodeScript.GUJARATI, "gu"),
            Map.entry(UnicodeScript.GURMUKHI, "pa"),
            Map.entry(UnicodeScript.HANGUL, "ko"),
            Map.entry(UnicodeScript.HIRAGANA, "ja"),
            Map.entry(UnicodeScript.KANNADA, "kn"),
            Map.entry(UnicodeScript.KATAKANA, "ja"),
            Map.entry(UnicodeScript.KHMER, "km"),
            Map.entry(UnicodeScript.LAO, "lo"),
            Map.entry(UnicodeScript.MALAYALAM, "ml"),
            Map.entry(UnicodeScript.MYANMAR, "my"),
            Map.entry(UnicodeScript.SINHALA, "si"),
            Map.entry(UnicodeScript.TAMIL, "ta"),
            Map.entry(UnicodeScript.TELUGU, "te"),
            Map.entry(UnicodeScript.THAI, "th"),
            Map.entry(UnicodeScript.TIBETAN, "bo"));

    private final LanguageDetector detector;

    /** Reads all language profiles, which takes a moment. */
    public LanguageStep() {
        try {
            detector = LanguageDetectorBuilder.create(NgramExtractors.standard())
                    // a fixed seed: the same text must get the same answer on replay
                    .seed(1)
                    .minimalConfidence(0)
                    .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "language";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Contribution enrich(ArticleIngested piece, Findings soFar) {
        Article article = piece.getArticle();
        String text = article.getHeadline() + "\n" + article.getBody();
        var sample = text.substring(0, Math.min(text.length(), ENOUGH_CHARACTERS));
        var detected = detected(sample);
        var declared = article.getLanguage().filter(tag -> !tag.isBlank());
        Optional<Language> language = detected.filter(
                        found -> found.getProvenance().getConfidence() >= THRESHOLD)
                .map(found -> withRegion(found, declared))
                .or(() -> declared.map(
                        tag -> new Language(tag, new Provenance("copy", version(), DECLARED, "declared by the copy"))))
                .or(() -> detected.filter(found -> found.getProvenance().getConfidence() >= DECLARED));
        return new Contribution.LanguageDetected(
                language,
                language.map(found -> others(article.getBody(), found)).orElse(List.of()));
    }

    private Optional<Language> detected(String text) {
        return byScript(text).or(() -> byNgrams(text));
    }

    /** The paragraphs that are surely in another language than the story. */
    private List<String> others(String body, Language story) {
        String[] paragraphs = body.split("\n\n", -1);
        return IntStream.range(0, paragraphs.length)
                .filter(at -> paragraphs[at].length() >= SHORTEST_PARAGRAPH)
                .boxed()
                .flatMap(at ->
                        detected(paragraphs[at].substring(0, Math.min(paragraphs[at].length(), ENOUGH_OF_PARAGRAPH)))
                                .filter(found -> found.getProvenance().getConfidence() >= SURE
                                        && !primary(found.getTag()).equals(primary(story.getTag())))
                                .map(found -> at + ":" + found.getTag())
                                .stream())
                .toList();
    }

    /** Kana among many Han characters is Japanese, so kana counts for all of them. */
    private Optional<Language> byScript(String text) {
        var letters = new HashMap<UnicodeScript, Integer>();
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
        if (kana * 8 > all) {
            return Optional.of(language("ja", 0.98));
        }
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(script -> script.getValue() * 10 >= all * 7 && SOLE_LANGUAGE.containsKey(script.getKey()))
                .map(script -> language(SOLE_LANGUAGE.getOrDefault(script.getKey(), "und"), 0.95));
    }

    private Optional<Language> byNgrams(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        boolean ideographic = text.codePoints().filter(Character::isIdeographic).count() * 2 > letters;
        double proof = 1 - Math.exp(-letters / (ideographic ? LETTERS / 4 : LETTERS));
        return detector.getProbabilities(text).stream()
                .findFirst()
                .map(best -> language(tag(best.getLocale()), best.getProbability() * proof));
    }

    private static String tag(LdLocale locale) {
        return switch (locale.toString()) {
            case "zh-CN" -> "zh-Hans";
            case "zh-TW" -> "zh-Hant";
            case String other -> other;
        };
    }

    /** The copy may know more: en-GB, where en was detected. */
    private static Language withRegion(Language detected, Optional<String> declared) {
        return declared.filter(tag -> primary(tag).equals(primary(detected.getTag())))
                .map(tag -> new Language(tag, detected.getProvenance()))
                .orElse(detected);
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    private Language language(String tag, double confidence) {
        return new Language(tag, new Provenance(name(), version(), confidence, ""));
    }
}
