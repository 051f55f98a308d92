package news.slugline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import news.slugline.event.ArticleIngested;
import news.slugline.schemas.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Takes every ingested article through the enricher and on to publication, each lane on threads of its own.
 *
 * <p>Returns only when the enriched article is safe, because the offset moves then.
 */
@Component
class IngestedListener {

    private static final Logger LOG = LoggerFactory.getLogger(IngestedListener.class);

    private final Enricher enricher;
    private final EnrichedSender sender;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Timer latency;

    IngestedListener(Enricher enricher, EnrichedSender sender, MeterRegistry meters, Clock clock) {
        this.enricher = enricher;
        this.sender = sender;
        this.meters = meters;
        this.clock = clock;
        this.latency = Timer.builder("slugline.stage.latency")
                .description("From the receipt of the copy to the enriched article")
                .tag("stage", "enrich")
                .publishPercentileHistogram()
                .register(meters);
    }

    @KafkaListener(id = "enrich", topics = Topic.Names.ARTICLE_INGESTED, containerFactory = "routineListeners")
    void onRoutine(ArticleIngested event) throws ExecutionException, TimeoutException, InterruptedException {
        handle(event);
    }

    @KafkaListener(
            id = "enrich-flash",
            topics = Topic.Names.ARTICLE_INGESTED_FLASH,
            containerFactory = "flashListeners")
    void onFlash(ArticleIngested event) throws ExecutionException, TimeoutException, InterruptedException {
        handle(event);
    }

    private void handle(ArticleIngested event) throws ExecutionException, TimeoutException, InterruptedException {
        var outcome = enricher.enrich(event, Pace.PROMPT);
        var enriched = outcome.event();
        sender.send(enriched);
        switch (outcome) {
            case Enriched.Whole _ -> {}
            case Enriched.Partial _ -> sender.sendIncomplete(event);
        }
        var receipt = event.getReceipt();
        LOG.info(
                "enriched an article of desk {}, missing steps: {}",
                receipt.getDesk(),
                enriched.getEnrichment().getMissing());
        meters.counter("slugline.article.enriched", "lane", receipt.getLane().name())
                .increment();
        latency.record(Duration.between(receipt.getReceivedAt(), clock.instant()));
    }
}
