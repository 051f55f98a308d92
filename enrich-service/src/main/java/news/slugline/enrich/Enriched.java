package news.slugline.enrich;

import java.util.Optional;
import news.slugline.event.ArticleEnriched;

/** How the enrichment of an article ended. */
sealed interface Enriched {

    /** The article with what was found; what is missing is listed in it. */
    ArticleEnriched event();

    /** Everything was tried. What is missing for all that, trying again would not find. */
    record Whole(ArticleEnriched event) implements Enriched {}

    /**
     * Something is left to do.
     *
     * @param cause the first failure; empty where steps were only left for later
     */
    record Partial(ArticleEnriched event, Optional<Throwable> cause) implements Enriched {}
}
