package news.slugline.ingest.desk;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request carries no key of a desk (RFC 6750). Rendered as problem details (RFC 9457). */
public final class UnknownKeyException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    public UnknownKeyException() {
        super(HttpStatus.UNAUTHORIZED);
        setType(URI.create("urn:slugline:problem:unknown-key"));
        setTitle("No desk has this key");
        setDetail("The request carries no bearer key, or one that belongs to no desk.");
        getBody().setProperty("remedy", "Send the header 'Authorization: Bearer <desk key>'.");
        getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"slugline\"");
    }
}
