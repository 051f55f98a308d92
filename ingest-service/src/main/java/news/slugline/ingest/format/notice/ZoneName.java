package news.slugline.ingest.format.notice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time zone as a wire names it.
 *
 * <p>Desks write "EST" in summer and "CEST" in winter. So where an abbreviation and its region's clocks differ, the later
 * instant of the two counts: better a story an hour late than an hour early.
 *
 * @param word as printed
 * @param offset of an abbreviation that means one; null where the region's clocks alone count
 * @param region null for a bare offset, and for a word that several countries use
 */
record ZoneName(
        String word, @Nullable ZoneOffset offset, @Nullable ZoneId region) {

    /** Words that several countries use, with where the desk's zone must be for each: which is meant, only it tells. */
    private static final Map<String, List<Meaning>> SHARED = Map.of(
            "ist",
            List.of(
                    new Meaning("Asia/(?:Kolkata|Calcutta)", "+05:30", "Asia/Kolkata"),
                    new Meaning("Europe/(?:Dublin|Belfast)|Eire", "+01:00", "Europe/Dublin"),
                    new Meaning("Asia/(?:Jerusalem|Tel_Aviv)|Israel", "+02:00", "Asia/Jerusalem")),
            "est",
            List.of(new Meaning("(?!Australia|Pacific).*", "-05:00", "America/New_York")),
            "cst",
            List.of(
                    new Meaning("Asia/.*|PRC", "+08:00", "Asia/Shanghai"),
                    new Meaning("(?!Australia|Cuba|America/Havana).*", "-06:00", "America/Chicago")),
            "ast",
            List.of(
                    new Meaning("Asia/.*", "+03:00", "Asia/Riyadh"),
                    new Meaning("(?!Australia).*", "-04:00", "America/Halifax")));

    private record Meaning(String desks, String offset, String region) {}

    /**
     * The zone as a desk means it; empty where the word does not tell, and the desk neither. Without a desk's zone the
     * western meaning counts, which is the later one.
     */
    Optional<ZoneName> at(@Nullable ZoneId desk) {
        if (offset != null || region != null) {
            return Optional.of(this);
        }
        List<Meaning> meanings = SHARED.get(word);
        if (meanings == null) {
            return Optional.ofNullable(desk).map(zone -> new ZoneName(word, null, zone));
        }
        String id = desk == null ? "" : desk.getId();
        return meanings.stream()
                .filter(meaning -> id.matches(meaning.desks()))
                .findFirst()
                .map(meaning -> new ZoneName(word, ZoneOffset.of(meaning.offset()), ZoneId.of(meaning.region())));
    }

    /** Whether the word only says that a place's own time is meant. */
    boolean isLocal() {
        return offset == null && region == null && !SHARED.containsKey(word);
    }

    /** The latest instant that the local time may be in this zone. */
    Instant instant(LocalDateTime local) {
        return Stream.concat(
                        Optional.ofNullable(offset).stream(),
                        Optional.ofNullable(region).stream().map(zone -> offset(local, zone)))
                .map(local::toInstant)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new DateTimeException("no zone"));
    }

    /** The clocks by which "today" is told. */
    ZoneId clocks() {
        return region != null ? region : Optional.<ZoneId>ofNullable(offset).orElse(ZoneOffset.UTC);
    }

    /** Where clocks are set back a local time comes twice: the later one is not too early. */
    private static ZoneOffset offset(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getValidOffsets(local).stream()
                .min(Comparator.comparingInt(ZoneOffset::getTotalSeconds))
                .orElseThrow(() -> new DateTimeException("a local time that the clocks leave out"));
    }
}
