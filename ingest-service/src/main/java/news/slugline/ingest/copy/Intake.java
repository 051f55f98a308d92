package news.slugline.ingest.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import news.slugline.event.Receipt;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.RateLimits;
import news.slugline.ingest.format.Payload;
import news.slugline.ingest.format.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Takes copy in, whichever door it came through: understands it, and has the journal hold it.
 *
 * <p>Handing the same {@link Copy} in again, receipt and all, changes nothing that a reader sees. So a door that was
 * answered {@link Taking.Later}, or crashed, does just that.
 */
@Component
public class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final Duration UNTIL_BROKER_IS_BACK = Duration.ofSeconds(5);

    private final Ingestion ingestion;
    private final KnownArticles knownArticles;
    private final RateLimits rateLimits;
    private final Journal journal;
    private final MeterRegistry meters;

    Intake(
            Ingestion ingestion,
            KnownArticles knownArticles,
            RateLimits rateLimits,
            Journal journal,
            MeterRegistry meters) {
        this.ingestion = ingestion;
        this.knownArticles = knownArticles;
        this.rateLimits = rateLimits;
        this.journal = journal;
        this.meters = meters;
    }

    /** Returns when all that is taken is stored for good. */
    public Taking take(Copy copy) {
        Desk desk = copy.desk();
        Optional<Taking.Barred> barred = barred(copy);
        if (barred.isPresent()) {
            countRefusal(desk.name(), barred.get().reason());
            return barred.get();
        }
        List<Payload> pieces = ingestion.pieces(copy);
        Optional<Duration> wait = rateLimits.wait(desk, pieces.size());
        if (wait.isPresent()) {
            countRefusal(desk.name(), "rate-limited");
            return tooFast(desk, wait.get());
        }
        try {
            return new Taking.Taken(take(copy, pieces));
        } catch (JournalUnavailableException | DataAccessException e) {
            return unavailable(desk, e);
        }
    }

    /** Keeps copy that its door cannot hand in as it is, and says why. */
    public Taking refuse(Copy copy, String reason, String detail, String remedy) {
        try {
            var refused = new Acceptance.Refused(new Refusal(reason, detail, remedy).of(copy));
            settle(refused);
            return new Taking.Taken(List.of(refused));
        } catch (JournalUnavailableException e) {
            return unavailable(copy.desk(), e);
        }
    }

    private List<Acceptance> take(Copy copy, List<Payload> pieces) {
        Optional<Refusal> refusal = Refusal.ofCollection(copy, pieces.size());
        if (refusal.isPresent()) {
            var refused = new Acceptance.Refused(refusal.get().of(copy));
            settle(refused);
            return List.of(refused);
        }
        var acceptances = new ArrayList<Acceptance>();
        for (int i = 0; i < pieces.size(); i++) {
            Copy piece = copy.piece(pieces.get(i), pieceId(copy.receiptId(), i));
            Acceptance acceptance = accept(piece);
            settle(acceptance);
            acceptances.add(acceptance);
        }
        return List.copyOf(acceptances);
    }

    /** Understands copy and decides about each of its pieces, and stores nothing. */
    public List<Acceptance> understand(Copy copy) {
        List<Payload> pieces = ingestion.pieces(copy);
        return pieces.stream()
                .limit(Ingestion.MAX_PIECES)
                .map(piece -> accept(copy.piece(piece, copy.receiptId())))
                .toList();
    }

    private Acceptance accept(Copy piece) {
        Reading reading = ingestion.read(piece);
        List<String> names =
                reading instanceof Reading.Understood(var understood) ? Binding.names(understood) : List.of();
        return ingestion.accept(piece, reading, knownArticles.named(piece.desk().name(), names, piece.receivedAt()));
    }

    private void settle(Acceptance acceptance) {
        switch (acceptance) {
            case Acceptance.Accepted accepted -> {
                var receipt = accepted.received().getReceipt();
                try (var _ = MDC.putCloseable("transaction", receipt.getId())) {
                    journal.append(accepted.received());
                    count(receipt);
                }
            }
            case Acceptance.Refused(var rejection) -> {
                var receipt = rejection.getReceipt();
                try (var _ = MDC.putCloseable("transaction", receipt.getId())) {
                    journal.append(rejection);
                    countRefusal(receipt.getDesk(), rejection.getReason());
                    log.info("refused copy of desk {}: {}", receipt.getDesk(), rejection.getReason());
                }
            }
        }
    }

    private static Optional<Taking.Barred> barred(Copy copy) {
        Desk desk = copy.desk();
        if (desk.isClosed()) {
            return Optional.of(new Taking.Barred(
                    "desk-closed",
                    "The desk " + desk.name() + " is closed.",
                    "Ask the ops team for a desk that is open."));
        }
        return desk.doors().contains(copy.door())
                ? Optional.empty()
                : Optional.of(new Taking.Barred(
                        "door-closed",
                        "The desk " + desk.name() + " may not hand in copy by " + copy.door() + ".",
                        "Use one of its doors: " + desk.doors() + ", or ask the ops team to open this one."));
    }

    private static Taking.Later tooFast(Desk desk, Duration wait) {
        return new Taking.Later(
                "rate-limited",
                "The desk " + desk.name() + " may hand in " + desk.piecesPerMinute() + " pieces a minute.",
                "Send it again after the time that Retry-After names.",
                wait);
    }

    private Taking.Later unavailable(Desk desk, RuntimeException e) {
        log.warn("copy of desk {} could not be stored: {}", desk.name(), e.getMessage(), e);
        meters.counter("slugline.copy.unavailable", "desk", desk.name()).increment();
        return new Taking.Later(
                "journal-unavailable",
                "The journal did not confirm the copy in time, so it does not count as accepted.",
                "Send it again in a few seconds. Should the first one have been stored after all, one of the two is"
                        + " settled as a duplicate.",
                UNTIL_BROKER_IS_BACK);
    }

    private void countRefusal(String desk, String reason) {
        meters.counter("slugline.copy.rejected", "desk", desk, "reason", reason).increment();
    }

    private void count(Receipt receipt) {
        meters.counter(
                        "slugline.copy.accepted",
                        "desk",
                        receipt.getDesk(),
                        "door",
                        receipt.getDoor(),
                        "lane",
                        receipt.getLane().name())
                .increment();
        log.info("accepted copy of desk {}", receipt.getDesk());
    }

    /** The receipts of a collection's pieces are told from the first: again the same when it is handed in again. */
    private static UUID pieceId(UUID receiptId, int index) {
        if (index == 0) {
            return receiptId;
        }
        UUID hash = UUID.nameUUIDFromBytes((receiptId + "/" + index).getBytes(UTF_8));
        return new UUID(
                (receiptId.getMostSignificantBits() & ~0xFFFL) | (hash.getMostSignificantBits() & 0xFFFL),
                hash.getLeastSignificantBits());
    }
}
