package news.slugline.ingest.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import news.slugline.ingest.copy.Taking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks at every feed that is due, politely: one request a host at a time, only what has changed, and less often while a
 * feed fails or a hub pushes it.
 */
@Component
class FeedPoller {

    private static final Logger log = LoggerFactory.getLogger(FeedPoller.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int SUBSCRIBED_FACTOR = 12;
    private static final int BATCH = 50;

    private final Feeds feeds;
    private final FeedItems items;
    private final Fetcher fetcher;
    private final WebSub webSub;
    private final FeedsProperties properties;
    private final Clock clock;
    private final RandomGenerator random;
    private final MeterRegistry meters;
    private final Map<String, ReentrantLock> hosts = new ConcurrentHashMap<>();

    FeedPoller(
            Feeds feeds,
            FeedItems items,
            Fetcher fetcher,
            WebSub webSub,
            FeedsProperties properties,
            Clock clock,
            RandomGenerator random,
            MeterRegistry meters) {
        this.feeds = feeds;
        this.items = items;
        this.fetcher = fetcher;
        this.webSub = webSub;
        this.properties = properties;
        this.clock = clock;
        this.random = random;
        this.meters = meters;
    }

    @Scheduled(fixedDelayString = "${slugline.feeds.tick:PT1S}")
    void look() {
        try {
            for (Feed feed : feeds.lease(clock.instant(), LEASE, BATCH)) {
                Thread.ofVirtual().name("feed-" + feed.id()).start(() -> poll(feed));
            }
        } catch (DataAccessException e) {
            log.warn("the feeds cannot be read, and will be again: {}", e.getMessage());
        }
    }

    private void poll(Feed feed) {
        String host = Optional.ofNullable(URI.create(feed.url()).getHost()).orElse("");
        var lock = hosts.computeIfAbsent(host, _ -> new ReentrantLock());
        lock.lock();
        try {
            String outcome = fetch(feed);
            meters.counter("slugline.feed.polls", "desk", feed.desk(), "outcome", outcome)
                    .increment();
            LockSupport.parkNanos(properties.pausePerHost().toNanos());
        } catch (DataAccessException e) {
            log.warn("the feed {} is polled again when its lease ends: {}", feed.url(), e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    private String fetch(Feed feed) {
        try {
            Fetcher.Fetched fetched = fetcher.get(URI.create(feed.url()), feed.etag(), feed.lastModified());
            return switch (fetched.status()) {
                case 200 -> taken(feed, fetched);
                case 304 -> {
                    succeeded(feed, fetched, feed.etag(), feed.lastModified());
                    yield "unchanged";
                }
                case 410 -> {
                    feeds.failed(
                            feed,
                            "410 Gone: the publisher has removed the feed; take it out or correct its address.",
                            clock.instant(),
                            true);
                    yield "gone";
                }
                default -> failed(feed, "The server answered " + fetched.status() + ".", retryAfter(fetched));
            };
        } catch (ForbiddenAddressException e) {
            return failed(feed, "The address is forbidden: " + e.getMessage(), Optional.empty());
        } catch (IOException | RuntimeException e) {
            return failed(feed, "The feed could not be fetched: " + e.getMessage(), Optional.empty());
        }
    }

    private String taken(Feed feed, Fetcher.Fetched fetched) {
        var result = items.handIn(
                feed, fetched.content(), fetched.header("Content-Type").orElse(""));
        return switch (result.refusal().orElse(null)) {
            case Taking.Later later -> failed(feed, later.detail(), Optional.of(later.retryAfter()));
            case Taking.Barred barred -> failed(feed, barred.detail() + " " + barred.remedy(), Optional.of(LONGEST));
            case Taking.Taken _ -> throw new IllegalStateException("what was taken is no refusal");
            case null -> {
                succeeded(
                        feed,
                        fetched,
                        fetched.header("ETag").orElse(null),
                        fetched.header("Last-Modified").orElse(null));
                webSub.subscribe(feed, fetched);
                yield result.handedIn() > 0 ? "changed" : "same";
            }
        };
    }

    private void succeeded(Feed feed, Fetcher.Fetched fetched, @Nullable String etag, @Nullable String lastModified) {
        Instant now = clock.instant();
        Duration interval = Duration.ofSeconds(feed.intervalSeconds());
        Duration pause = feed.isSubscribedAt(now) ? interval.multipliedBy(SUBSCRIBED_FACTOR) : interval;
        String url = fetched.movedTo() == null ? feed.url() : fetched.movedTo().toString();
        feeds.succeeded(feed, url, etag, lastModified, now.plus(pause), now);
    }

    /** Waits twice as long after each failure, with chance, so that many feeds of one host do not come back at once. */
    private String failed(Feed feed, String error, Optional<Duration> retryAfter) {
        long seconds = Math.min(LONGEST.toSeconds(), (long) feed.intervalSeconds() << Math.min(12, feed.failures()));
        Duration backOff = Duration.ofMillis((long) (seconds * 1_000 * (0.75 + random.nextDouble() / 2)));
        Duration pause = retryAfter.filter(wait -> wait.compareTo(LONGEST) <= 0).orElse(backOff);
        log.info("feed {} of desk {}: {}", feed.url(), feed.desk(), error);
        feeds.failed(feed, error, clock.instant().plus(pause), false);
        return "failed";
    }

    /** Seconds or a date (RFC 9110). */
    private Optional<Duration> retryAfter(Fetcher.Fetched fetched) {
        return fetched.header("Retry-After").flatMap(value -> RetryAfter.read(value, clock.instant()));
    }
}
