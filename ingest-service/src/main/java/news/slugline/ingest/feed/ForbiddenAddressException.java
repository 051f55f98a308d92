package news.slugline.ingest.feed;

import java.net.UnknownHostException;

/** An address must not be fetched. An unknown host to the HTTP client, so that it does not connect. */
final class ForbiddenAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String message) {
        super(message);
    }
}
