package news.slugline.ingest.door;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import news.slugline.event.CopyRejected;
import news.slugline.ingest.copy.Taking;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Answers to copy that was not accepted, as problem details (RFC 9457) with what to do next in {@code remedy}. */
final class Problems {

    private Problems() {}

    /** Copy that will not be accepted as it is, however often it is sent. */
    static ResponseEntity<Object> refused(CopyRejected rejection) {
        return answer(problem(rejection), UUID.fromString(rejection.getReceipt().getId()), null);
    }

    /** The problem alone, for a piece of a collection. */
    static ProblemDetail problem(CopyRejected rejection) {
        HttpStatus status = switch (rejection.getReason()) {
            case "too-large", "too-many-pieces" -> HttpStatus.CONTENT_TOO_LARGE;
            case "unsupported-media-type", "bad-encoding" -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case "bad-uri", "bad-version" -> HttpStatus.BAD_REQUEST;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        var problem = problem(status, rejection.getReason(), "The copy was not accepted", rejection.getDetail());
        problem.setProperty("remedy", rejection.getRemedy());
        problem.setProperty("receiptId", rejection.getReceipt().getId());
        return problem;
    }

    /** The key was used for another request. */
    static ResponseEntity<Object> idempotencyKeyReused(UUID receiptId) {
        var problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "The copy was not accepted",
                "The Idempotency-Key was used within the last day for another request.");
        problem.setProperty("remedy", "Give every piece a key of its own, such as a UUID.");
        return answer(problem, receiptId, null);
    }

    static ResponseEntity<Object> badIdempotencyKey() {
        var problem = problem(
                HttpStatus.BAD_REQUEST,
                "bad-idempotency-key",
                "The copy was not accepted",
                "The Idempotency-Key is empty or longer than 255 characters.");
        problem.setProperty("remedy", "Send a key such as a UUID, or none.");
        return ResponseEntity.badRequest().body(problem);
    }

    /** Copy that was only to be understood, and that is not stored. */
    static ResponseEntity<Object> badEncoding(String detail) {
        var problem = problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "bad-encoding", "The copy cannot be read", detail);
        problem.setProperty("remedy", "Send the body as it is, or as whole gzip.");
        return ResponseEntity.status(problem.getStatus()).body(problem);
    }

    /** The same copy may be handed in again. */
    static ResponseEntity<Object> later(UUID receiptId, Taking.Later later) {
        HttpStatus status =
                later.reason().equals("rate-limited") ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE;
        var problem = problem(status, later.reason(), "The copy was not taken yet", later.detail());
        problem.setProperty("remedy", later.remedy());
        return answer(problem, receiptId, later.retryAfter());
    }

    /** The desk may not hand in copy here. */
    static ResponseEntity<Object> barred(UUID receiptId, Taking.Barred barred) {
        var problem = problem(HttpStatus.FORBIDDEN, barred.reason(), "The copy was not accepted", barred.detail());
        problem.setProperty("remedy", barred.remedy());
        return answer(problem, receiptId, null);
    }

    private static ProblemDetail problem(HttpStatus status, String reason, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slugline:problem:" + reason));
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, UUID receiptId, @Nullable Duration retryAfter) {
        problem.setProperty("receiptId", receiptId);
        var answer = ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(CopyController.TRANSACTION_HEADER, receiptId.toString());
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        return answer.body(problem);
    }
}
