package news.slugline.ingest.receipt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Desks;
import news.slugline.ingest.desk.UnknownKeyException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Tells a desk what became of a piece that it handed in. */
@RestController
class ReceiptController {

    /** The projection trails the door by milliseconds; a receipt this young may not have reached it yet. */
    private static final Duration YOUNG = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Desks desks;
    private final Receipts receipts;
    private final Clock clock;

    ReceiptController(Desks desks, Receipts receipts, Clock clock) {
        this.desks = desks;
        this.receipts = receipts;
        this.clock = clock;
    }

    @GetMapping("/receipts/{id}")
    ResponseEntity<ReceiptState> receipt(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String key)
            throws InterruptedException {
        Desk desk = desks.authenticate(key).orElseThrow(UnknownKeyException::new);
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
