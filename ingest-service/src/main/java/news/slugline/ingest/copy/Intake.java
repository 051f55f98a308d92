package news.slugline.ingest.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import news.slugline.event.Receipt;
import news.slugline.ingest.format.Payload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
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
    private final Journal journal;
    private final MeterRegistry meters;

    Intake(Ingestion ingestion, Journal journal, MeterRegistry meters) {
        this.ingestion = ingestion;
        this.journal = journal;
        this.meters = meters;
    }

    /** Returns when all that is taken is stored for good. */
    public Taking take(Copy copy) {
        try {
            List<Payload> pieces = ingestion.pieces(copy);
            var acceptances = new ArrayList<Acceptance>();
            for (int i = 0; i < pieces.size(); i++) {
                acceptances.add(takePiece(copy.piece(pieces.get(i), pieceId(copy.receiptId(), i))));
            }
            return new Taking.Taken(List.copyOf(acceptances));
        } catch (JournalUnavailableException e) {
            log.warn("copy of desk {} could not be stored: {}", copy.desk().name(), e.getMessage(), e);
            meters.counter("slugline.copy.unavailable", "desk", copy.desk().name())
                    .increment();
            return new Taking.Later(
                    "journal-unavailable",
                    "The journal did not confirm the copy in time, so it does not count as accepted.",
                    "Send it again in a few seconds. Should the first one have been stored after all, one of the two is"
                            + " settled as a duplicate.",
                    UNTIL_BROKER_IS_BACK);
        }
    }

    private Acceptance takePiece(Copy piece) {
        try (var _ = MDC.putCloseable("transaction", piece.receiptId().toString())) {
            Acceptance acceptance = ingestion.accept(piece);
            switch (acceptance) {
                case Acceptance.Accepted accepted -> {
                    journal.append(accepted.received());
                    count(accepted.received().getReceipt());
                }
                case Acceptance.Refused(var rejection) -> {
                    journal.append(rejection);
                    var desk = rejection.getReceipt().getDesk();
                    meters.counter("slugline.copy.rejected", "desk", desk, "reason", rejection.getReason())
                            .increment();
                    log.info("refused copy of desk {}: {}", desk, rejection.getReason());
                }
            }
            return acceptance;
        }
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
