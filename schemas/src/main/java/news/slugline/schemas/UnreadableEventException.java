package news.slugline.schemas;

import org.apache.kafka.common.errors.SerializationException;

/** A record's bytes are no event of ours. Trying again won't help: the record belongs on the dead-letter topic. */
public final class UnreadableEventException extends SerializationException {

    private static final long serialVersionUID = 1L;

    UnreadableEventException(String message) {
        super(message);
    }

    UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
