package news.slugline.enrich.media;

/** The media store cannot be reached, or has no room: what it was to do is done when it is back. */
public final class MediaStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MediaStoreException(String what, Throwable cause) {
        super("the media store does not answer (" + what + "): " + cause, cause);
    }
}
