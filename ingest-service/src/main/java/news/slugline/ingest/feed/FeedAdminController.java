package news.slugline.ingest.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists, adds and removes feeds: for the ops team. */
@RestController
@RequestMapping("/admin/feeds")
class FeedAdminController {

    private static final int SHORTEST_INTERVAL = 30;
    private static final int USUAL_INTERVAL = 300;

    private final Feeds feeds;
    private final AddressGuard guard;
    private final TimeBasedEpochGenerator ids;
    private final Clock clock;

    FeedAdminController(Feeds feeds, AddressGuard guard, TimeBasedEpochGenerator receiptIds, Clock clock) {
        this.feeds = feeds;
        this.guard = guard;
        this.ids = receiptIds;
        this.clock = clock;
    }

    @GetMapping
    List<Shown> list() {
        return feeds.all().stream().map(feed -> Shown.of(feed, clock.instant())).toList();
    }

    @PostMapping
    ResponseEntity<Object> add(@RequestBody New feed) {
        try {
            guard.check(URI.create(feed.url()));
        } catch (ForbiddenAddressException | IllegalArgumentException e) {
            var problem = ProblemDetail.forStatusAndDetail(
                    HttpStatus.BAD_REQUEST, "The feed cannot be read: " + e.getMessage());
            problem.setType(URI.create("urn:slugline:problem:bad-feed"));
            problem.setTitle("The feed was not added");
            problem.setProperty("remedy", "Send the feed's public http or https address.");
            return ResponseEntity.badRequest().body(problem);
        }
        int interval =
                feed.intervalSeconds() == null ? USUAL_INTERVAL : Math.max(SHORTEST_INTERVAL, feed.intervalSeconds());
        UUID id = feeds.add(ids.generate(), feed.desk(), feed.url(), interval, clock.instant());
        return feeds.find(id)
                .<ResponseEntity<Object>>map(added ->
                        ResponseEntity.created(URI.create("/admin/feeds/" + id)).body(Shown.of(added, clock.instant())))
                .orElse(ResponseEntity.notFound().build());
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        return feeds.remove(id)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    /** A feed to be read for a desk. */
    record New(String desk, String url, @Nullable Integer intervalSeconds) {}

    /** A feed and how it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            UUID id,
            String desk,
            String url,
            int intervalSeconds,
            int failures,
            @Nullable String lastError,
            @Nullable Instant lastSuccessAt,
            Instant nextAt,
            boolean stopped,
            boolean subscribed) {

        static Shown of(Feed feed, Instant now) {
            return new Shown(
                    feed.id(),
                    feed.desk(),
                    feed.url(),
                    feed.intervalSeconds(),
                    feed.failures(),
                    feed.lastError(),
                    feed.lastSuccessAt(),
                    feed.nextAt(),
                    feed.isStopped(),
                    feed.isSubscribedAt(now));
        }
    }
}
