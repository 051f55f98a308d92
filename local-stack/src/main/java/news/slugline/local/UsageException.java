package news.slugline.local;

import org.jspecify.annotations.Nullable;

/** The launcher cannot do what it was asked; the message says what to change, and is all that is shown. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        this(message, null);
    }

    UsageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
