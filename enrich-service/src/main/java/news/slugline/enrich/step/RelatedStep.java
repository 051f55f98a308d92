package news.slugline.enrich.step;

import java.time.Clock;
import news.slugline.enrich.related.RelatedStories;
import news.slugline.event.ArticleIngested;

/** Finds the stories that this one belongs with. Runs last: it goes by what the other steps found. */
public final class RelatedStep implements EnrichmentStep {

    private final RelatedStories stories;
    private final Clock clock;

    public RelatedStep(RelatedStories stories, Clock clock) {
        this.stories = stories;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "related";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Contribution enrich(ArticleIngested piece, Findings soFar) {
        return new Contribution.RelatedFound(
                stories.of(piece.getReceipt(), piece.getArticle(), soFar.enrichment(), clock.instant()));
    }
}
