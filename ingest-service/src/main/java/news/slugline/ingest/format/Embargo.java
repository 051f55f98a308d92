package news.slugline.ingest.format;

import java.time.Instant;
import news.slugline.ingest.format.notice.PrintedEmbargo;

/**
 * Reads the instant of an embargo, as a line of text or as the value of a field.
 *
 * <p>One that is not understood refuses the piece: better an error than a story out too early.
 */
final class Embargo {

    private static final String REMEDY =
            "Write the time as in EMBARGOED UNTIL 2026-03-01T06:00:00Z, or send the copy when the embargo is over.";

    private Embargo() {}

    /** The instant that stands in an embargo line or field; that of the receipt where the line lifts the embargo. */
    static Result read(String printed, Arrival arrival) {
        return switch (PrintedEmbargo.read(printed, arrival.zone(), arrival.receivedAt())) {
            case PrintedEmbargo.Ends(Instant instant) -> new Until(instant);
            case PrintedEmbargo.Lifted _ -> new Until(arrival.receivedAt());
            case PrintedEmbargo.WithoutZone(String detail) ->
                new NotUnderstood(
                        new Reading.Unreadable(
                                "embargo-without-zone",
                                "The embargo names no time zone, or no real time: " + printed + " (" + detail + ")",
                                "Add the zone, as in 2026-03-01T06:00:00Z or 2026-03-01T07:00:00+01:00, or have one set for the desk."));
            case PrintedEmbargo.Unclear(String detail) ->
                new NotUnderstood(new Reading.Unreadable(
                        "embargo-not-understood",
                        "The copy carries an embargo whose time cannot be read: " + printed + " (" + detail + ")",
                        REMEDY));
        };
    }

    /** Any embargo whose time cannot be told. */
    static NotUnderstood notUnderstood(String printed) {
        return new NotUnderstood(new Reading.Unreadable(
                "embargo-not-understood", "The copy carries an embargo whose time cannot be read: " + printed, REMEDY));
    }

    /** What an embargo line says. */
    sealed interface Result {}

    record Until(Instant instant) implements Result {}

    record NotUnderstood(Reading.Unreadable problem) implements Result {}
}
