package news.slugline.ingest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the instant of an embargo.
 *
 * <p>One that is not understood refuses the piece: better an error than a story out too early.
 */
final class Embargo {

    private static final Pattern INSTANT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)"
                    + "\\s?(Z|GMT|UTC|[+-]\\d{2}(?::?\\d{2})?)?(?![\\p{L}\\d:])(.*)");
    /** Anything behind the time that may be a zone which is not known here. */
    private static final Pattern MAYBE_ZONE = Pattern.compile("\\s?[\\p{L}\\d+(-].*");

    private Embargo() {}

    /** The instant that stands in an embargo line or field. */
    static Result read(String printed, Arrival arrival) {
        var found = INSTANT.matcher(printed);
        if (!found.find() || MAYBE_ZONE.matcher(found.group(4)).matches()) {
            return notUnderstood(printed);
        }
        String time = found.group(1) + "T" + found.group(2);
        try {
            String zone = found.group(3);
            return new Until(zone == null ? local(time, arrival) : instant(time, zone));
        } catch (DateTimeException _) {
            return new NotUnderstood(
                    new Reading.Unreadable(
                            "embargo-without-zone",
                            "The embargo names no time zone, or no real time: " + time,
                            "Add the zone, as in 2026-03-01T06:00:00Z or 2026-03-01T07:00:00+01:00, or have one set for the desk."));
        }
    }

    /** Any embargo whose time cannot be told. */
    static NotUnderstood notUnderstood(String printed) {
        return new NotUnderstood(
                new Reading.Unreadable(
                        "embargo-not-understood",
                        "The copy carries an embargo whose time cannot be read: " + printed,
                        "Write the time as in EMBARGOED UNTIL 2026-03-01T06:00:00Z, or send the copy when the embargo is over."));
    }

    /** What an embargo line says. */
    sealed interface Result {}

    record Until(Instant instant) implements Result {}

    record NotUnderstood(Reading.Unreadable problem) implements Result {}

    private static Instant instant(String time, String zone) {
        ZoneOffset offset = zone.matches("GMT|UTC") ? ZoneOffset.UTC : ZoneOffset.of(zone);
        return LocalDateTime.parse(time).toInstant(offset);
    }

    private static Instant local(String time, Arrival arrival) {
        return Optional.ofNullable(arrival.zone())
                .orElseThrow(() -> new DateTimeException("no zone"))
                .getRules()
                .getValidOffsets(LocalDateTime.parse(time))
                .stream()
                // where clocks are set back a local time comes twice: the later one is not too early
                .min(Comparator.comparingInt(ZoneOffset::getTotalSeconds))
                .map(offset -> LocalDateTime.parse(time).toInstant(offset))
                .orElseThrow(() -> new DateTimeException("a local time that the clocks leave out"));
    }
}
