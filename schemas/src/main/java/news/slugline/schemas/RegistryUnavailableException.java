package news.slugline.schemas;

import org.apache.kafka.common.errors.RetriableException;

/** The schema registry does not answer, or answers that it ails. The record is good: try again until it does. */
public final class RegistryUnavailableException extends RetriableException {

    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(Throwable cause) {
        super("the schema registry does not answer: " + cause.getMessage(), cause);
    }
}
