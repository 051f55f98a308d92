package news.slugline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.slugline.enrich.step.Contribution;
import news.slugline.enrich.step.EnrichmentStep;
import news.slugline.enrich.step.Findings;
import news.slugline.event.ArticleIngested;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one step within its time, and times it.
 *
 * <p>A step that is interrupted but does not stop goes on until it ends by itself; nobody waits for it.
 */
final class StepRunner {

    /** How a run ended. */
    sealed interface Outcome {

        record Contributed(Contribution contribution) implements Outcome {}

        record Failed(Throwable cause) implements Outcome {}
    }

    private static final Logger log = LoggerFactory.getLogger(StepRunner.class);

    private final EnrichmentStep step;
    private final Duration budget;
    private final MeterRegistry meters;
    private final Timer timer;

    StepRunner(EnrichmentStep step, Duration budget, MeterRegistry meters) {
        this.step = step;
        this.budget = budget;
        this.meters = meters;
        this.timer = Timer.builder("slugline.enrichment.step")
                .tag("step", step.name())
                .publishPercentileHistogram()
                .register(meters);
        meters.counter("slugline.enrichment.step.failed", "step", step.name());
    }

    String name() {
        return step.name();
    }

    String version() {
        return step.version();
    }

    boolean canWait(ArticleIngested piece) {
        return step.canWait(piece);
    }

    Outcome run(ArticleIngested piece, Findings soFar, Pace pace) throws InterruptedException {
        var task = new FutureTask<>(() -> step.enrich(piece, soFar));
        // A platform thread: steps compute, and a busy virtual thread keeps its carrier from the flash lane's steps.
        Thread.ofPlatform().daemon().name("step-" + name()).start(timer.wrap(task));
        try {
            return new Outcome.Contributed(task.get(pace.of(budget).toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            // Errors too: a stack overflow on one story must not cost the next one.
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return failed(e);
        } finally {
            task.cancel(true);
        }
    }

    private Outcome failed(Throwable cause) {
        log.warn("Step {} failed, the article goes on without it", name(), cause);
        meters.counter("slugline.enrichment.step.failed", "step", name()).increment();
        return new Outcome.Failed(cause);
    }
}
