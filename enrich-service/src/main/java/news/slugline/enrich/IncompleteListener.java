package news.slugline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import news.slugline.event.ArticleIngested;
import news.slugline.schemas.Topic;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Completes what went on without one of its steps: enriches it whole, and sends it behind the text.
 *
 * <p>While the media store is away this waits for it; a step that fails for another reason ends as a dead letter, and the
 * story stays as it is.
 */
@Component
class IncompleteListener {

    private final Enricher enricher;
    private final EnrichedSender sender;
    private final MeterRegistry meters;

    IncompleteListener(Enricher enricher, EnrichedSender sender, MeterRegistry meters) {
        this.enricher = enricher;
        this.sender = sender;
        this.meters = meters;
    }

    @KafkaListener(
            id = "enrich-incomplete",
            topics = Topic.Names.ARTICLE_INCOMPLETE,
            containerFactory = "routineListeners")
    void onIncomplete(ArticleIngested event) throws ExecutionException, TimeoutException, InterruptedException {
        switch (enricher.enrich(event, Pace.PATIENT)) {
            case Enriched.Whole(var enriched) -> {
                sender.sendRevised(enriched);
                meters.counter("slugline.article.completed").increment();
            }
            case Enriched.Partial(var enriched, var cause) ->
                throw new StepFailedException(enriched.getEnrichment().getMissing(), cause);
        }
    }
}
