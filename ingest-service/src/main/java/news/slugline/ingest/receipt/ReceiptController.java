package news.slugline.ingest.receipt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import news.slugline.ingest.desk.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a desk what became of a piece that it handed in. */
@RestController
class ReceiptController {

    /** The projection trails the door by milliseconds; a receipt this young may not have reached it yet. */
    private static final Duration YOUNG = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Receipts receipts;
    private final Clock clock;

    ReceiptController(Receipts receipts, Clock clock) {
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * The desk's receipts, newest first.
     *
     * @param since only those received at or after it (ISO 8601); the last 24 hours without it
     * @param limit at most 1000
     */
    @GetMapping("/receipts")
    List<ReceiptState> receipts(
            Desk desk,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(defaultValue = "200") int limit) {
        Instant from = since == null ? clock.instant().minus(Duration.ofDays(1)) : since;
        return receipts.since(desk.name(), from, Math.clamp(limit, 1, 1_000));
    }

    @GetMapping("/receipts/{id}")
    ResponseEntity<ReceiptState> receipt(Desk desk, @PathVariable UUID id) throws InterruptedException {
        Instant until = clock.instant().plus(PATIENCE);
        Optional<ReceiptState> state = receipts.find(id, desk.name());
        while (state.isEmpty() && isYoung(id) && clock.instant().isBefore(until)) {
            Thread.sleep(PAUSE);
            state = receipts.find(id, desk.name());
        }
        return ResponseEntity.of(state);
    }

    private boolean isYoung(UUID id) {
        return id.version() == 7
                && Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)
                        .plus(YOUNG)
                        .isAfter(clock.instant());
    }
}
