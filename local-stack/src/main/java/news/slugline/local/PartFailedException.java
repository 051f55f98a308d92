package news.slugline.local;

import java.nio.file.Path;
import java.util.List;

/** A part could not be started; the message ends with the last lines of its log and the log's path. */
public final class PartFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PartFailedException(String message, Path log, List<String> lastLines) {
        super(message + "\n" + String.join("\n", lastLines) + "\nThe whole log: " + log);
    }

    PartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
