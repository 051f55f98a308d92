package news.slugline.enrich.step;

import news.slugline.event.ArticleIngested;

/**
 * One thing that enrichment adds to an article.
 *
 * <p>A step may throw and may be interrupted when its time is up: the article goes on without it.
 */
public interface EnrichmentStep {

    /** Stands in {@code Provenance.step} and {@code Enrichment.missing}. */
    String name();

    /** Changes whenever the step's method or data does. */
    String version();

    /** Whether the text should go on without this step, which is then done behind it. */
    default boolean canWait(ArticleIngested piece) {
        return false;
    }

    /** Looks at the piece and at what earlier steps found; changes neither. */
    Contribution enrich(ArticleIngested piece, Findings soFar) throws Exception;
}
