package news.slugline.ingest.copy;

/** The broker has not confirmed a record in time. Whether it holds the record is not known. */
public final class JournalUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalUnavailableException(String topic, Throwable cause) {
        super("the broker has not confirmed a record of " + topic, cause);
    }
}
