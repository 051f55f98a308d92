package news.slugline.ingest.desk;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A desk cannot be made or changed like this. Rendered as problem details (RFC 9457). */
final class DeskProblemException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    DeskProblemException(HttpStatus status, String reason, String detail, String remedy) {
        super(status);
        setType(URI.create("urn:slugline:problem:" + reason));
        setTitle("The desk was not changed");
        setDetail(detail);
        getBody().setProperty("remedy", remedy);
    }
}
