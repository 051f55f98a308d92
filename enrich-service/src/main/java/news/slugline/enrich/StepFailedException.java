package news.slugline.enrich;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Steps of an article failed again. The cause says whether to wait for something or to give up. */
final class StepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StepFailedException(List<String> steps, Optional<Throwable> cause) {
        super(
                "still missing: " + String.join(", ", steps)
                        + cause.map(why -> ", because of " + why).orElse(""),
                // A step that takes too long for one article does so again; nothing is away that would come back.
                cause.filter(why -> !(why instanceof TimeoutException)).orElse(null));
    }
}
