package news.slugline.ingest.door;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import news.slugline.ingest.copy.Acceptance;
import news.slugline.ingest.copy.Copy;
import news.slugline.ingest.copy.Ingestion;
import news.slugline.ingest.copy.Journal;
import news.slugline.ingest.copy.JournalUnavailableException;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Desks;
import news.slugline.ingest.desk.UnknownKeyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The HTTP door: one piece of copy a request.
 *
 * <p>202 is answered only once the journal holds the bytes; any other answer says whether to send again.
 */
@RestController
class CopyController {

    static final String TRANSACTION_HEADER = "Slugline-Transaction-Id";

    private static final Logger log = LoggerFactory.getLogger(CopyController.class);
    private static final String DOOR = "http";

    private final Desks desks;
    private final Ingestion ingestion;
    private final Journal journal;
    private final TimeBasedEpochGenerator receiptIds;
    private final Clock clock;
    private final MeterRegistry meters;

    CopyController(
            Desks desks,
            Ingestion ingestion,
            Journal journal,
            TimeBasedEpochGenerator receiptIds,
            Clock clock,
            MeterRegistry meters) {
        this.desks = desks;
        this.ingestion = ingestion;
        this.journal = journal;
        this.receiptIds = receiptIds;
        this.clock = clock;
        this.meters = meters;
    }

    @PostMapping("/copy")
    ResponseEntity<Object> receive(HttpServletRequest request) throws IOException {
        Desk desk =
                desks.authenticate(request.getHeader(HttpHeaders.AUTHORIZATION)).orElseThrow(UnknownKeyException::new);
        UUID receiptId = receiptIds.generate();
        try (var _ = MDC.putCloseable("transaction", receiptId.toString())) {
            return answer(ingestion.accept(copy(request, desk, receiptId)), request);
        } catch (JournalUnavailableException e) {
            log.warn("copy of desk {} could not be stored: {}", desk.name(), e.getMessage(), e);
            meters.counter("slugline.copy.unavailable", "desk", desk.name()).increment();
            return Problems.unavailable(receiptId);
        }
    }

    private Copy copy(HttpServletRequest request, Desk desk, UUID receiptId) throws IOException {
        // The body is read before any parameter: asking for a parameter first would let the container swallow a form.
        byte[] content = request.getInputStream().readNBytes(Ingestion.MAX_COPY_BYTES + 1);
        return new Copy(
                receiptId,
                desk,
                DOOR,
                content,
                request.getContentType(),
                null,
                request.getParameter("uri"),
                request.getParameter("version"),
                clock.instant());
    }

    private ResponseEntity<Object> answer(Acceptance acceptance, HttpServletRequest request) {
        return switch (acceptance) {
            case Acceptance.Accepted accepted -> {
                journal.append(accepted.received());
                var receipt = accepted.received().getReceipt();
                meters.counter(
                                "slugline.copy.accepted",
                                "desk",
                                receipt.getDesk(),
                                "lane",
                                receipt.getLane().name())
                        .increment();
                log.info("accepted copy of desk {}", receipt.getDesk());
                yield ResponseEntity.accepted()
                        .header(TRANSACTION_HEADER, receipt.getId())
                        .body(Answer.to(accepted, receiptLink(request, receipt.getId())));
            }
            case Acceptance.Refused(var rejection) -> {
                journal.append(rejection);
                var desk = rejection.getReceipt().getDesk();
                meters.counter("slugline.copy.rejected", "desk", desk, "reason", rejection.getReason())
                        .increment();
                log.info("refused copy of desk {}: {}", desk, rejection.getReason());
                yield Problems.refused(rejection);
            }
        };
    }

    private static String receiptLink(HttpServletRequest request, String receiptId) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/receipts/{id}")
                .build(receiptId)
                .toString();
    }
}
