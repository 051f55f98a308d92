package news.slugline.enrich;

import java.time.Clock;
import java.util.List;
import news.slugline.enrich.step.Findings;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.ArticleIngested;
import news.slugline.event.PubStatus;

/**
 * Runs an article through all steps in order. What a step cannot do is missing from the result; the article never waits.
 *
 * <p>A kill withdraws and shows nothing, so no step looks at it.
 */
final class Enricher {

    private final List<StepRunner> steps;
    private final Clock clock;

    Enricher(List<StepRunner> steps, Clock clock) {
        this.steps = steps;
        this.clock = clock;
    }

    ArticleEnriched enrich(ArticleIngested event) throws InterruptedException {
        var article = event.getArticle();
        var findings = Findings.none(article.getPictures());
        if (article.getPubStatus() != PubStatus.canceled) {
            for (var step : steps) {
                findings = after(step, article, findings);
            }
        }
        return ArticleEnriched.newBuilder()
                .setReceipt(event.getReceipt())
                .setArticle(Article.newBuilder(article)
                        .setPictures(findings.pictures())
                        .build())
                .setEnrichment(findings.enrichment())
                .setEnrichedAt(clock.instant())
                .build();
    }

    private static Findings after(StepRunner step, Article article, Findings soFar) throws InterruptedException {
        return switch (step.run(article, soFar)) {
            case StepRunner.Outcome.Contributed(var contribution) -> soFar.with(step.name(), contribution);
            case StepRunner.Outcome.Failed _ -> soFar.without(step.name());
        };
    }
}
