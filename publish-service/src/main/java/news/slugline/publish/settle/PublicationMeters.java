package news.slugline.publish.settle;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import news.slugline.event.Change;
import news.slugline.publish.settle.Outcome.Duplicate;
import news.slugline.publish.settle.Outcome.Hold;
import news.slugline.publish.settle.Outcome.Kill;
import news.slugline.publish.settle.Outcome.Killed;
import news.slugline.publish.settle.Outcome.Publish;
import news.slugline.publish.settle.Outcome.Reject;
import news.slugline.publish.settle.Outcome.Stale;
import news.slugline.publish.settle.Outcome.Supersede;
import news.slugline.publish.settle.Outcome.Withdraw;
import org.springframework.stereotype.Component;

/**
 * Counts what became of pieces, and how long they took.
 *
 * <p>{@code slugline.story.published} counts changes that readers see, by change and lane; the other counters each
 * count pieces with that outcome, kills included that found nothing to kill.
 */
@Component
class PublicationMeters {

    private final MeterRegistry registry;
    private final Timer stage;
    private final Timer wireToWeb;

    PublicationMeters(MeterRegistry registry) {
        this.registry = registry;
        stage = Timer.builder("slugline.stage.latency")
                .description("From the end of enrichment to the commit")
                .tag("stage", "publish")
                .publishPercentileHistogram()
                .register(registry);
        wireToWeb = Timer.builder("slugline.wire.to.web.latency")
                .description("From the last byte at the door to the commit that shows the story")
                .publishPercentileHistogram()
                .register(registry);
    }

    void settled(Publication.Result result, Instant committedAt) {
        count(result);
        stage.record(between(result.piece().getEnrichedAt(), committedAt));
        if (result.outcome() instanceof Publish || result.outcome() instanceof Supersede) {
            wireToWeb.record(between(result.piece().getReceipt().getReceivedAt(), committedAt));
        }
    }

    /** A released piece has waited on purpose, so that its latency says nothing. */
    void released(Publication.Result result) {
        count(result);
    }

    private void count(Publication.Result result) {
        result.effect().change().ifPresent(change -> published(change, result).increment());
        if (result.isConflict()) {
            registry.counter("slugline.story.conflict").increment();
        }
        switch (result.outcome()) {
            case Publish _, Supersede _ -> {}
            case Hold _, Withdraw _ -> registry.counter("slugline.story.held").increment();
            case Kill _, Killed _ -> registry.counter("slugline.story.killed").increment();
            case Stale _ -> registry.counter("slugline.story.stale").increment();
            case Duplicate _ -> registry.counter("slugline.story.duplicate").increment();
            case Reject _ -> registry.counter("slugline.story.rejected").increment();
        }
    }

    private Counter published(Change change, Publication.Result result) {
        String lane = result.piece().getReceipt().getLane().name();
        return registry.counter("slugline.story.published", "change", change.name(), "lane", lane);
    }

    /** Clocks of different machines may disagree by more than a stage takes. */
    private static Duration between(Instant start, Instant end) {
        return start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
    }
}
