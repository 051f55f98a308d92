package news.slugline.ingest.door;

import java.net.URI;
import java.util.UUID;
import news.slugline.event.CopyRejected;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Answers to copy that was not accepted, as problem details (RFC 9457) with what to do next in {@code remedy}. */
final class Problems {

    private static final String RETRY_AFTER_SECONDS = "5";

    private Problems() {}

    /** Copy that will not be accepted as it is, however often it is sent. */
    static ResponseEntity<Object> refused(CopyRejected rejection) {
        HttpStatus status = switch (rejection.getReason()) {
            case "too-large" -> HttpStatus.CONTENT_TOO_LARGE;
            case "unsupported-media-type" -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case "bad-uri", "bad-version" -> HttpStatus.BAD_REQUEST;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        var problem = problem(status, rejection.getReason(), "The copy was not accepted", rejection.getDetail());
        problem.setProperty("remedy", rejection.getRemedy());
        return answer(problem, UUID.fromString(rejection.getReceipt().getId()), null);
    }

    /** The broker did not confirm: the same copy may be sent again. */
    static ResponseEntity<Object> unavailable(UUID receiptId) {
        var problem = problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "journal-unavailable",
                "The copy could not be stored",
                "The journal did not confirm the copy in time, so it does not count as accepted.");
        problem.setProperty(
                "remedy",
                "Send it again in a few seconds. Should the first one have been stored after all, one of the two is"
                        + " settled as a duplicate.");
        return answer(problem, receiptId, RETRY_AFTER_SECONDS);
    }

    private static ProblemDetail problem(HttpStatus status, String reason, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:slugline:problem:" + reason));
        problem.setTitle(title);
        return problem;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, UUID receiptId, @Nullable String retryAfter) {
        problem.setProperty("receiptId", receiptId);
        var answer = ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(CopyController.TRANSACTION_HEADER, receiptId.toString());
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return answer.body(problem);
    }
}
