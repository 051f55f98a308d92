package news.slugline.enrich;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.ArticleIngested;
import news.slugline.event.Enrichment;
import news.slugline.event.Entity;
import news.slugline.event.Language;
import news.slugline.event.Picture;
import news.slugline.event.Provenance;
import news.slugline.event.Tag;

/**
 * Enriches a story again as it stands in the log.
 *
 * <p>Pictures are made anew only where their step has changed since, from the stored originals.
 */
final class Reenricher {

    private static final String PICTURES = "pictures";

    /** What came of it. */
    sealed interface Outcome {

        record Changed(ArticleEnriched story) implements Outcome {}

        /** Nothing but versions of steps, or what else there is of the matter. */
        record Unchanged() implements Outcome {}

        record Failed(Optional<Throwable> cause) implements Outcome {}
    }

    private final Enricher enricher;

    Reenricher(Enricher enricher) {
        this.enricher = enricher;
    }

    Outcome again(ArticleEnriched story) throws InterruptedException {
        var article = Article.newBuilder(story.getArticle())
                .setPictures(pictures(story))
                .build();
        return switch (enricher.enrich(new ArticleIngested(story.getReceipt(), article), Pace.PATIENT)) {
            case Enriched.Partial partial -> new Outcome.Failed(partial.cause());
            case Enriched.Whole(var again) ->
                isSame(story, again) ? new Outcome.Unchanged() : new Outcome.Changed(again);
        };
    }

    private List<Picture> pictures(ArticleEnriched story) {
        boolean isCurrent = enricher.version(PICTURES)
                .equals(Optional.ofNullable(story.getEnrichment().getSteps().get(PICTURES)));
        return isCurrent
                ? story.getArticle().getPictures()
                : story.getArticle().getPictures().stream()
                        .map(Reenricher::toBeMadeAnew)
                        .toList();
    }

    private static Picture toBeMadeAnew(Picture picture) {
        return Picture.newBuilder(picture)
                .setRenditions(List.of())
                .setPerceptualHash(null)
                .setFocalPoint(null)
                .build();
    }

    private static boolean isSame(ArticleEnriched before, ArticleEnriched after) {
        return findings(before.getEnrichment()).equals(findings(after.getEnrichment()))
                && before.getArticle().getPictures().equals(after.getArticle().getPictures());
    }

    /** What was found, without who found it: a new version that finds the same has changed nothing. */
    private static Enrichment findings(Enrichment enrichment) {
        return Enrichment.newBuilder(enrichment)
                .setSteps(Map.of())
                .setRelated(List.of())
                .setLanguage(
                        enrichment.getLanguage().map(Reenricher::unversioned).orElse(null))
                .setEntities(enrichment.getEntities().stream()
                        .map(entity -> Entity.newBuilder(entity)
                                .setProvenance(unversioned(entity.getProvenance()))
                                .build())
                        .toList())
                .setTags(enrichment.getTags().stream()
                        .map(tag -> Tag.newBuilder(tag)
                                .setProvenance(unversioned(tag.getProvenance()))
                                .build())
                        .toList())
                .build();
    }

    private static Language unversioned(Language language) {
        return new Language(language.getTag(), unversioned(language.getProvenance()));
    }

    private static Provenance unversioned(Provenance provenance) {
        return Provenance.newBuilder(provenance).setVersion("").build();
    }
}
