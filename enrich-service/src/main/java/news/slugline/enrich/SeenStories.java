package news.slugline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import news.slugline.enrich.related.RelatedStories;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells {@link RelatedStories} of every story that any instance has enriched in the last 30 days, from the log.
 *
 * <p>Starts anew after a failure; stories go on meanwhile, with fewer related ones.
 */
@Component
class SeenStories implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SeenStories.class);
    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final EnrichedLog log;
    private final RelatedStories stories;
    private final Clock clock;
    private volatile @Nullable Thread reader;

    SeenStories(EnrichedLog log, RelatedStories stories, Clock clock, MeterRegistry meters) {
        this.log = log;
        this.stories = stories;
        this.clock = clock;
        meters.gauge("slugline.related.known", stories, RelatedStories::known);
    }

    @Override
    public void start() {
        reader = Thread.ofPlatform().daemon().name("seen-stories").start(this::readOn);
    }

    @Override
    public void stop() {
        Thread running = reader;
        reader = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }

    private void readOn() {
        while (isRunning()) {
            try (var consumer = log.open()) {
                EnrichedLog.seek(consumer, clock.instant().minus(WINDOW).toEpochMilli());
                while (isRunning()) {
                    consumer.poll(POLL).forEach(record -> log.read(record).forEach(stories::remember));
                }
            } catch (InterruptException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("could not read which stories there are, will start over: {}", e.toString());
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
