package news.slugline.enrich;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

    /** What is known after some of the steps. */
    private record Progress(Findings findings, boolean isPartial, Optional<Throwable> cause) {

        Progress with(Findings more) {
            return new Progress(more, isPartial, cause);
        }

        Progress without(String step, Optional<Throwable> failure) {
            return new Progress(findings.without(step), true, cause.or(() -> failure));
        }
    }

    /** The names of the steps in their order. */
    List<String> steps() {
        return steps.stream().map(StepRunner::name).toList();
    }

    /** The present version of the step of this name; empty where there is none. */
    Optional<String> version(String step) {
        return steps.stream()
                .filter(runner -> runner.name().equals(step))
                .map(StepRunner::version)
                .findFirst();
    }

    Enriched enrich(ArticleIngested event, Pace pace) throws InterruptedException {
        var article = event.getArticle();
        var progress = new Progress(Findings.none(article.getPictures()), false, Optional.empty());
        if (article.getPubStatus() != PubStatus.canceled) {
            for (var step : steps) {
                progress = pace == Pace.PROMPT && step.canWait(event)
                        ? progress.without(step.name(), Optional.empty())
                        : after(step, event, progress, pace);
            }
        }
        var enriched = enriched(event, progress.findings());
        return progress.isPartial() ? new Enriched.Partial(enriched, progress.cause()) : new Enriched.Whole(enriched);
    }

    private static Progress after(StepRunner step, ArticleIngested event, Progress soFar, Pace pace)
            throws InterruptedException {
        return switch (step.run(event, soFar.findings(), pace)) {
            case StepRunner.Outcome.Contributed(var contribution) ->
                soFar.with(soFar.findings().with(step.name(), step.version(), contribution));
            case StepRunner.Outcome.Failed(var cause) -> soFar.without(step.name(), Optional.of(cause));
        };
    }

    private ArticleEnriched enriched(ArticleIngested event, Findings findings) {
        return ArticleEnriched.newBuilder()
                .setReceipt(event.getReceipt())
                .setArticle(Article.newBuilder(event.getArticle())
                        .setPictures(findings.pictures())
                        .build())
                .setEnrichment(findings.enrichment())
                .setEnrichedAt(clock.instant())
                .build();
    }
}
