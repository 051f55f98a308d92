package news.slugline.ingest.door;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import news.slugline.ingest.copy.Acceptance;
import news.slugline.ingest.copy.Copy;
import news.slugline.ingest.copy.Ingestion;
import news.slugline.ingest.copy.Intake;
import news.slugline.ingest.copy.Taking;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Desks;
import news.slugline.ingest.desk.Door;
import news.slugline.ingest.desk.UnknownKeyException;
import news.slugline.ingest.format.Payload;
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

    private final Desks desks;
    private final Intake intake;
    private final TimeBasedEpochGenerator receiptIds;
    private final Clock clock;

    CopyController(Desks desks, Intake intake, TimeBasedEpochGenerator receiptIds, Clock clock) {
        this.desks = desks;
        this.intake = intake;
        this.receiptIds = receiptIds;
        this.clock = clock;
    }

    @PostMapping("/copy")
    ResponseEntity<Object> receive(HttpServletRequest request) throws IOException {
        Desk desk =
                desks.authenticate(request.getHeader(HttpHeaders.AUTHORIZATION)).orElseThrow(UnknownKeyException::new);
        UUID receiptId = receiptIds.generate();
        return switch (intake.take(copy(request, desk, receiptId))) {
            case Taking.Taken(var pieces) -> answer(pieces.getFirst(), request);
            case Taking.Later later -> Problems.later(receiptId, later);
            case Taking.Barred barred -> Problems.barred(receiptId, barred);
        };
    }

    private Copy copy(HttpServletRequest request, Desk desk, UUID receiptId) throws IOException {
        // The body is read before any parameter: asking for a parameter first would let the container swallow a form.
        byte[] content = request.getInputStream().readNBytes(Ingestion.MAX_COPY_BYTES + 1);
        return new Copy(
                receiptId,
                desk,
                Door.http,
                new Payload(content, request.getContentType(), null),
                request.getParameter("uri"),
                request.getParameter("version"),
                false,
                clock.instant());
    }

    private static ResponseEntity<Object> answer(Acceptance acceptance, HttpServletRequest request) {
        return switch (acceptance) {
            case Acceptance.Accepted accepted -> {
                var receipt = accepted.received().getReceipt();
                yield ResponseEntity.accepted()
                        .header(TRANSACTION_HEADER, receipt.getId())
                        .body(Answer.to(accepted, receiptLink(request, receipt.getId())));
            }
            case Acceptance.Refused(var rejection) -> Problems.refused(rejection);
        };
    }

    private static String receiptLink(HttpServletRequest request, String receiptId) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/receipts/{id}")
                .build(receiptId)
                .toString();
    }
}
