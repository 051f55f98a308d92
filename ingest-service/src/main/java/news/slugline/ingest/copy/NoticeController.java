package news.slugline.ingest.copy;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Door;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows a desk the notices that name no story for certain, and takes its decision.
 *
 * <p>A decision is a new piece, with a receipt of its own: the same bytes for the story that the person chose.
 */
@RestController
class NoticeController {

    private final Notices notices;
    private final KnownArticles knownArticles;
    private final Intake intake;
    private final TimeBasedEpochGenerator receiptIds;
    private final Clock clock;

    NoticeController(
            Notices notices,
            KnownArticles knownArticles,
            Intake intake,
            TimeBasedEpochGenerator receiptIds,
            Clock clock) {
        this.notices = notices;
        this.knownArticles = knownArticles;
        this.intake = intake;
        this.receiptIds = receiptIds;
        this.clock = clock;
    }

    @GetMapping("/notices")
    List<Waiting> waiting(Desk desk) {
        return notices.undecided(desk.name()).stream()
                .map(notice -> new Waiting(
                        notice.receiptId(),
                        notice.order(),
                        notice.headline(),
                        notice.text(),
                        notice.receivedAt(),
                        Binding.likeliest(
                                        knownArticles.named(desk.name(), notice.names(), notice.receivedAt()),
                                        notice.names())
                                .map(known -> new Choice(known.uri(), known.headline(), known.receivedAt()))
                                .toList()))
                .toList();
    }

    /** Carries the notice out on the chosen story, or sets it aside where none is chosen. */
    @PostMapping("/notices/{receiptId}")
    ResponseEntity<Decided> decide(Desk desk, @PathVariable UUID receiptId, @RequestBody Decision decision) {
        return notices.find(receiptId, desk.name())
                .map(notice -> decide(desk, notice, decision.uri()))
                .orElse(ResponseEntity.notFound().build());
    }

    private ResponseEntity<Decided> decide(Desk desk, Notices.Undecided notice, @Nullable String uri) {
        Instant now = clock.instant();
        if (uri == null) {
            notices.decided(notice.receiptId(), null, null, now);
            return ResponseEntity.ok(new Decided(null, "set-aside"));
        }
        UUID decisionId = receiptIds.generate();
        String version =
                knownArticles.version(uri, desk.name()).map(String::valueOf).orElse(null);
        var copy = new Copy(decisionId, desk, Door.desk, notice.payload(), uri, version, false, now);
        return switch (intake.take(copy)) {
            case Taking.Taken(var pieces)
            when pieces.getFirst() instanceof Acceptance.Accepted -> {
                notices.decided(notice.receiptId(), uri, decisionId, now);
                yield ResponseEntity.accepted().body(new Decided(decisionId, "received"));
            }
            case Taking.Taken(var pieces) ->
                ResponseEntity.unprocessableContent().body(new Decided(decisionId, "rejected"));
            case Taking.Later later ->
                ResponseEntity.status(503)
                        .header(
                                "Retry-After",
                                Long.toString(Math.max(1, later.retryAfter().toSeconds())))
                        .body(new Decided(null, later.reason()));
            case Taking.Barred barred -> ResponseEntity.status(403).body(new Decided(null, barred.reason()));
        };
    }

    /** A notice that waits for a decision. */
    record Waiting(
            UUID receiptId, String order, String headline, String text, Instant receivedAt, List<Choice> choices) {}

    /** An article that a notice may mean. */
    record Choice(String uri, String headline, Instant receivedAt) {}

    /**
     * What a person says.
     *
     * @param uri the article that the notice means; null to set the notice aside
     */
    record Decision(@Nullable String uri) {}

    /**
     * What came of it.
     *
     * @param receiptId of the piece that carries the notice out; null where none does
     */
    record Decided(@Nullable UUID receiptId, String status) {}
}
