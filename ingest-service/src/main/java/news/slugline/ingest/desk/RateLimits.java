package news.slugline.ingest.desk;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Keeps each desk to its pieces per minute, as a token bucket that holds a minute's worth.
 *
 * <p>Counted by this instance alone: with several, a desk may hand in as many times more.
 */
@Component
public class RateLimits {

    private final ConcurrentHashMap<String, Limit> limits = new ConcurrentHashMap<>();

    /** How long the desk has to wait before it may hand in so many pieces; empty where it may now. */
    public Optional<Duration> wait(Desk desk, int pieces) {
        if (desk.piecesPerMinute() == null) {
            return Optional.empty();
        }
        int perMinute = desk.piecesPerMinute();
        Bucket bucket = limits.compute(
                        desk.name(),
                        (_, last) -> last != null && last.perMinute() == perMinute ? last : Limit.of(perMinute))
                .bucket();
        // a collection larger than a minute's worth waits for a full bucket, and leaves it in debt
        var probe = bucket.tryConsumeAndReturnRemaining(Math.min(pieces, perMinute));
        if (!probe.isConsumed()) {
            return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        if (pieces > perMinute) {
            bucket.consumeIgnoringRateLimits(pieces - perMinute);
        }
        return Optional.empty();
    }

    private record Limit(int perMinute, Bucket bucket) {

        static Limit of(int perMinute) {
            return new Limit(
                    perMinute,
                    Bucket.builder()
                            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                            .build());
        }
    }
}
