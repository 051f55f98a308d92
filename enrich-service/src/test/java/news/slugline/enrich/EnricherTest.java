package news.slugline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.slugline.enrich.step.Contribution;
import news.slugline.enrich.step.EnrichmentStep;
import news.slugline.enrich.step.Findings;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.ArticleIngested;
import news.slugline.event.Lane;
import news.slugline.event.PubStatus;
import news.slugline.event.Tag;
import org.junit.jupiter.api.Test;

class EnricherTest {

    private static final Tag TAG = Articles.tag("medtop:15000000", "sport", "good");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** A step that is what its body does. */
    private record Step(String name, Body body) implements EnrichmentStep {

        interface Body {
            Contribution run(Findings soFar) throws Exception;
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public Contribution enrich(ArticleIngested piece, Findings soFar) throws Exception {
            return body.run(soFar);
        }
    }

    private final Step good = new Step("good", _ -> new Contribution.TopicsFound(List.of(TAG), List.of()));

    @Test
    void goesOnWithoutAStepThatThrows() throws Exception {
        var enriched = enrich(
                new Step("broken", _ -> {
                    throw new IllegalStateException("on purpose");
                }),
                good);

        assertThat(enriched.getEnrichment().getMissing()).containsExactly("broken");
        assertThat(enriched.getEnrichment().getTags()).containsExactly(TAG);
        assertThat(enriched.getEnrichedAt()).isEqualTo(Articles.NOON);
        assertThat(meters.counter("slugline.enrichment.step.failed", "step", "broken")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void goesOnWithoutAStepThatRunsOutOfStack() throws Exception {
        var enriched = enrich(new Step("endless", EnricherTest::endless), good);

        assertThat(enriched.getEnrichment().getMissing()).containsExactly("endless");
        assertThat(enriched.getEnrichment().getTags()).containsExactly(TAG);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Contribution endless(Findings soFar) {
        return endless(soFar);
    }

    @Test
    void interruptsAStepThatOverrunsAndGoesOn() throws Exception {
        var interrupted = new CountDownLatch(1);
        var enriched = enrich(
                new Step("slow", _ -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return new Contribution.TopicsFound(List.of(), List.of());
                }),
                good);

        assertThat(enriched.getEnrichment().getMissing()).containsExactly("slow");
        assertThat(enriched.getEnrichment().getTags()).containsExactly(TAG);
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void showsEachStepWhatEarlierOnesFound() throws Exception {
        var enriched = enrich(
                good,
                new Step(
                        "next",
                        soFar -> new Contribution.TopicsFound(
                                soFar.enrichment().getTags().equals(List.of(TAG)) ? List.of(TAG, TAG) : List.of(),
                                List.of())));

        assertThat(enriched.getEnrichment().getTags()).hasSize(2);
    }

    @Test
    void neverPassesAPicturesContentOn() throws Exception {
        var picture = Articles.picture("A crane", new byte[] {1, 2, 3});
        var article = Article.newBuilder(Articles.article("Crane", "It fell."))
                .setPictures(List.of(picture))
                .build();

        var enriched = enricher(new Step("pictures", _ -> {
                    throw new IOException("no space left");
                }))
                .enrich(Articles.ingested(article, Lane.routine), Pace.PROMPT)
                .event();

        assertThat(enriched.getEnrichment().getMissing()).containsExactly("pictures");
        assertThat(enriched.getArticle().getPictures()).singleElement().satisfies(kept -> {
            assertThat(kept.getContent()).isEmpty();
            assertThat(kept.getCaption()).contains("A crane");
        });
    }

    @Test
    void looksForNothingInAKill() throws Exception {
        var kill = Article.newBuilder(Articles.article("Kill", ""))
                .setPubStatus(PubStatus.canceled)
                .build();

        var enriched = enricher(good)
                .enrich(Articles.ingested(kill, Lane.flash), Pace.PROMPT)
                .event();

        assertThat(enriched.getEnrichment().getTags()).isEmpty();
        assertThat(enriched.getEnrichment().getMissing()).isEmpty();
    }

    private ArticleEnriched enrich(Step... steps) throws InterruptedException {
        return enricher(steps)
                .enrich(Articles.ingested(Articles.article("Headline", "Body"), Lane.routine), Pace.PROMPT)
                .event();
    }

    private Enricher enricher(Step... steps) {
        var runners = Arrays.stream(steps)
                .map(step -> new StepRunner(step, Duration.ofMillis(500), meters))
                .toList();
        return new Enricher(runners, Clock.fixed(Articles.NOON, ZoneOffset.UTC));
    }
}
