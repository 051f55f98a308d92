package news.slugline.ingest.copy;

import java.time.Duration;
import java.util.List;

/** What came of handing copy in. A door answers each case, and adds none. */
public sealed interface Taking {

    /** Every piece was settled for now: the journal holds it, or copy.rejected does. In the order of the collection. */
    record Taken(List<Acceptance> pieces) implements Taking {}

    /**
     * Not taken, at least not for certain: to be handed in again, unchanged, after a while.
     *
     * @param reason a stable code: rate-limited or journal-unavailable
     */
    record Later(String reason, String detail, String remedy, Duration retryAfter) implements Taking {}

    /**
     * Never taken through this door.
     *
     * @param reason a stable code: door-closed or desk-closed
     */
    record Barred(String reason, String detail, String remedy) implements Taking {}
}
