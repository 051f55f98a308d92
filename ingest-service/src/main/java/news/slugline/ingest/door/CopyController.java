package news.slugline.ingest.door;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import news.slugline.ingest.copy.Copy;
import news.slugline.ingest.copy.Intake;
import news.slugline.ingest.copy.Taking;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Door;
import news.slugline.ingest.format.Payload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The HTTP door: one piece of copy a request, or a collection.
 *
 * <p>202 is answered only once the journal holds the bytes; any other answer says whether to send again.
 */
@RestController
class CopyController {

    static final String TRANSACTION_HEADER = "Slugline-Transaction-Id";
    private static final String ARCHIVE_LANE = "routine";
    private static final int LONGEST_KEY = 255;

    private final Intake intake;
    private final IdempotencyKeys idempotencyKeys;
    private final TimeBasedEpochGenerator receiptIds;
    private final JsonMapper json;
    private final Clock clock;

    CopyController(
            Intake intake,
            IdempotencyKeys idempotencyKeys,
            TimeBasedEpochGenerator receiptIds,
            JsonMapper json,
            Clock clock) {
        this.intake = intake;
        this.idempotencyKeys = idempotencyKeys;
        this.receiptIds = receiptIds;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/copy")
    ResponseEntity<Object> receive(
            Desk desk,
            HttpServletRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        // The body is read before any parameter: asking for a parameter first would let the container swallow a form.
        RequestBytes body = RequestBytes.of(request);
        if (key == null) {
            return take(copy(request, desk, body, receiptIds.generate(), clock.instant()), body);
        }
        return key.isBlank() || key.length() > LONGEST_KEY
                ? Problems.badIdempotencyKey()
                : takeOnce(request, desk, body, key.strip());
    }

    /** What the request would be answered, with nothing stored: for a desk that looks before it sends. */
    @PostMapping("/understanding")
    ResponseEntity<Object> understand(Desk desk, HttpServletRequest request) throws IOException {
        RequestBytes body = RequestBytes.of(request);
        Copy copy = copy(request, desk, body, receiptIds.generate(), clock.instant());
        return switch (body) {
            case RequestBytes.Read _ -> Answers.understood(intake.understand(copy));
            case RequestBytes.Encoded(var _, var detail) -> Problems.badEncoding(detail);
        };
    }

    private ResponseEntity<Object> takeOnce(HttpServletRequest request, Desk desk, RequestBytes body, String key) {
        Copy first = copy(request, desk, body, receiptIds.generate(), clock.instant());
        var claim =
                idempotencyKeys.claim(desk.name(), key, Fingerprint.of(first), first.receiptId(), first.receivedAt());
        if (!claim.isSameRequest()) {
            return Problems.idempotencyKeyReused(claim.receiptId());
        }
        if (claim.answer().isPresent()) {
            var answer = claim.answer().get();
            return ResponseEntity.status(answer.status())
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(TRANSACTION_HEADER, claim.receiptId().toString())
                    .body(json.readTree(answer.body()));
        }
        var answer = take(copy(request, desk, body, claim.receiptId(), claim.receivedAt()), body);
        if (answer.getStatusCode().is2xxSuccessful()) {
            idempotencyKeys.answered(
                    desk.name(), key, answer.getStatusCode().value(), json.writeValueAsString(answer.getBody()));
        }
        return answer;
    }

    private ResponseEntity<Object> take(Copy copy, RequestBytes body) {
        Taking taking = switch (body) {
            case RequestBytes.Read _ -> intake.take(copy);
            case RequestBytes.Encoded(var _, var detail) ->
                intake.refuse(copy, "bad-encoding", detail, "Send the body as it is, or as whole gzip.");
        };
        return Answers.to(taking, copy.receiptId());
    }

    private static Copy copy(HttpServletRequest request, Desk desk, RequestBytes body, UUID receiptId, Instant now) {
        byte[] content = switch (body) {
            case RequestBytes.Read(var bytes) -> bytes;
            case RequestBytes.Encoded(var bytes, var _) -> bytes;
        };
        return new Copy(
                receiptId,
                desk,
                door(request),
                new Payload(content, request.getContentType(), request.getParameter("filename")),
                request.getParameter("uri"),
                request.getParameter("version"),
                ARCHIVE_LANE.equals(request.getParameter("lane")),
                now);
    }

    /** The desk page says so itself: it uses the same way in. */
    private static Door door(HttpServletRequest request) {
        return Door.desk.name().equals(request.getParameter("door")) ? Door.desk : Door.http;
    }
}
