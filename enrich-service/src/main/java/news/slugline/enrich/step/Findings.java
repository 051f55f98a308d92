package news.slugline.enrich.step;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.Enrichment;
import news.slugline.event.Picture;

/**
 * What the steps have found so far.
 *
 * @param pictures the article's pictures as they go on, never with content
 */
public record Findings(Enrichment enrichment, List<Picture> pictures) {

    /** Before the first step: the pictures as they came, without their content. */
    public static Findings none(List<Picture> pictures) {
        return new Findings(
                Enrichment.newBuilder().build(),
                pictures.stream().map(Findings::withoutContent).toList());
    }

    private static Picture withoutContent(Picture picture) {
        return Picture.newBuilder(picture).setContent(null).build();
    }

    /** ISO 639 code of the body's language: as detected, else as declared. */
    public Optional<String> language(Article article) {
        return enrichment
                .getLanguage()
                .map(found -> found.getTag())
                .or(article::getLanguage)
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .filter(code -> !code.isEmpty());
    }

    /** With what a step adds, and with its version. */
    public Findings with(String step, String version, Contribution contribution) {
        var steps = new TreeMap<>(enrichment.getSteps());
        steps.put(step, version);
        var builder = Enrichment.newBuilder(enrichment).setSteps(steps);
        return switch (contribution) {
            case Contribution.LanguageDetected(var language, var others) ->
                with(builder.setLanguage(language.orElse(null)).setOtherLanguages(others));
            case Contribution.EntitiesFound(var entities, var notTried) ->
                with(builder.setEntities(entities).setNotTried(joined(enrichment.getNotTried(), notTried)));
            case Contribution.TopicsFound(var tags, var notTried) ->
                with(builder.setTags(tags).setNotTried(joined(enrichment.getNotTried(), notTried)));
            case Contribution.TextRead(var keyphrases, var summary, var slug, var words, var seconds) ->
                with(builder.setKeyphrases(keyphrases)
                        .setSummary(summary.orElse(null))
                        .setSlug(slug.orElse(null))
                        .setWordCount(words)
                        .setReadingTime(seconds));
            case Contribution.RelatedFound(var related) -> with(builder.setRelated(related));
            case Contribution.PicturesStored(var stored, var complete) -> {
                var stands = new Findings(builder.build(), stored);
                yield complete ? stands : stands.without(step);
            }
        };
    }

    private Findings with(Enrichment.Builder builder) {
        return new Findings(builder.build(), pictures);
    }

    /** With the step of this name listed as missing. */
    public Findings without(String step) {
        return with(Enrichment.newBuilder(enrichment).setMissing(joined(enrichment.getMissing(), List.of(step))));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
