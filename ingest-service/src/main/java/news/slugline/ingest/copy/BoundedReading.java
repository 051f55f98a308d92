package news.slugline.ingest.copy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import news.slugline.ingest.format.Arrival;
import news.slugline.ingest.format.Formats;
import news.slugline.ingest.format.Payload;
import news.slugline.ingest.format.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads copy within a time budget: whatever a hostile piece does to its parser, it costs nobody else more than that.
 *
 * <p>A parser that overstays is left behind on its own thread; one that fails refuses its piece.
 */
final class BoundedReading {

    private static final Logger log = LoggerFactory.getLogger(BoundedReading.class);

    private final Formats formats;
    private final Duration budget;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("reading-", 0).factory());

    BoundedReading(Formats formats, Duration budget) {
        this.formats = formats;
        this.budget = budget;
    }

    Reading read(Payload payload, Arrival arrival) {
        return within(() -> formats.read(payload, arrival));
    }

    /** The payload itself where it cannot be taken apart within the budget: reading it then says why. */
    List<Payload> pieces(Payload payload) {
        var result = threads.submit(() -> formats.pieces(payload));
        try {
            return result.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            result.cancel(true);
            log.warn("a collection could not be taken apart within {}", budget, e);
            return List.of(payload);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a collection was taken apart", e);
        }
    }

    private Reading within(Supplier<Reading> reading) {
        var result = threads.submit(reading::get);
        try {
            return result.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            result.cancel(true);
            log.warn("a piece took longer than {} to read and is refused", budget);
            return new Reading.Unreadable(
                    "too-slow",
                    "The piece could not be read within " + budget.toSeconds() + " seconds.",
                    "Send it in smaller parts, or in a simpler format such as plain text.");
        } catch (ExecutionException e) {
            log.error("a format failed on a piece, which is refused", e.getCause());
            return new Reading.Unreadable(
                    "not-readable",
                    "The piece is built in a way that its format does not allow, or too deeply.",
                    "Send it in a simpler format such as plain text; the bytes are kept for the ops team.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a piece was read", e);
        }
    }
}
