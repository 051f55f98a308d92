package news.slugline.publish.page;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers readers in a page of the site when there is nothing at an address, or when the database does not answer. */
@RestControllerAdvice
class Troubles {

    private static final String RETRY_SECONDS = "10";

    private final Answers answers;

    Troubles(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<byte[]> nothingThere() {
        return answers.notFound();
    }

    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<byte[]> databaseAway() {
        return answers.notice(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(answers.noticeBody(
                        "Back in a moment", "The stories cannot be read just now. Please try again soon."));
    }
}
