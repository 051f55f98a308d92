package news.slugline.publish.settle;

import java.time.Instant;
import java.util.Optional;

/** What becomes of one enriched article. Each is carried out by {@link Publication}. */
sealed interface Outcome {

    /** Readers see the story, for the first time or again after it was withdrawn. */
    record Publish() implements Outcome {}

    /**
     * Replaces what readers see.
     *
     * @param isVisible false where only metadata changed that no reader sees, so that nobody is told
     */
    record Supersede(boolean isVisible) implements Outcome {}

    /**
     * Must not be seen yet; what is visible of an earlier version stays.
     *
     * @param until the instant of release; empty where it is withheld until further notice
     */
    record Hold(Optional<Instant> until) implements Outcome {}

    /** Withheld, and an earlier version is visible: that goes from sight, until a newer version is usable. */
    record Withdraw() implements Outcome {}

    /** Goes from sight for good, whether or not the story has come yet. */
    record Kill() implements Outcome {}

    /** Comes after the kill of its story: never to be seen. */
    record Killed(String reason) implements Outcome {}

    /** A newer version is known. */
    record Stale(String reason) implements Outcome {}

    /** Says what is known already; where it does so with a newer version, the fence moves up to that. */
    record Duplicate(String reason) implements Outcome {}

    /** Cannot be published, whatever comes before or after it. */
    record Reject(String reason) implements Outcome {}
}
