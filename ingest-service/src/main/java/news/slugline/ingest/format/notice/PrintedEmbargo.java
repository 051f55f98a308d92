package news.slugline.ingest.format.notice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the instant of an embargo as wires of many languages print it.
 *
 * <p>Wherever a line can be read in two ways it is not read at all, or as the later one: never early.
 */
public final class PrintedEmbargo {

    private static final int LONGEST_LINE = 600;
    private static final Pattern ENGLISH =
            Pattern.compile("(?iu)\\b(?:until|till|embargo(?:ed)?|hold for|release|publication|publish|before|day)\\b");

    private PrintedEmbargo() {}

    /** What an embargo line says. */
    public sealed interface Outcome {}

    /** Nothing is published before this instant, which may be over. */
    public record Ends(Instant instant) implements Outcome {}

    /** Immediate release. */
    public record Lifted() implements Outcome {}

    /** The line tells a time, but not in which zone; or one that its zone's clocks leave out. */
    public record WithoutZone(String detail) implements Outcome {}

    /** The line cannot be read for certain. */
    public record Unclear(String detail) implements Outcome {}

    /**
     * Reads a line.
     *
     * @param desk the zone of times that name none; null where such times are not to be read
     * @param receivedAt what days without a date are told from
     */
    public static Outcome read(String printed, @Nullable ZoneId desk, Instant receivedAt) {
        if (printed.length() > LONGEST_LINE) {
            return new Unclear("the line is too long to be one");
        }
        int thisYear = receivedAt.atZone(ZoneOffset.UTC).getYear();
        List<Token> scanned = EmbargoScanner.tokens(printed);
        if (hangsOnAnEvent(scanned)) {
            return new Unclear("it is over with an event, and not for certain at a time");
        }
        List<Token> tokens = EmbargoGrammar.joined(scanned, thisYear);
        if (tokens.stream().anyMatch(Token.Lifted.class::isInstance)
                && tokens.stream().noneMatch(t -> t instanceof Token.Clock || t instanceof Token.FourDigits)) {
            return new Lifted();
        }
        Optional<String> unknown = tokens.stream()
                .map(PrintedEmbargo::unknown)
                .flatMap(Optional::stream)
                .findFirst();
        if (unknown.isPresent()) {
            return new Unclear("it is not certain what \"" + unknown.get() + "\" means there");
        }
        List<Moment> moments = moments(tokens, ENGLISH.matcher(printed).find());
        return moments.isEmpty() ? new Unclear("it names no time of day") : read(moments, desk, receivedAt);
    }

    /** "Until the minister rises at 10:00": what stands between the word and the time must be known too. */
    private static boolean hangsOnAnEvent(List<Token> tokens) {
        return tokens.stream()
                .dropWhile(token -> !(token instanceof Token.Until))
                .takeWhile(token -> !(token instanceof Token.Clock
                        || token instanceof Token.FourDigits
                        || token instanceof Token.Date
                        || token instanceof Token.Slashed
                        || token instanceof Token.Weekday
                        || token instanceof Token.Relative
                        || token instanceof Token.Figure
                        || token instanceof Token.Month
                        || token instanceof Token.Zone))
                .anyMatch(Token.Unknown.class::isInstance);
    }

    private static Optional<String> unknown(Token token) {
        return switch (token) {
            case Token.Unknown(String word) -> Optional.of(word);
            case Token.Figure(int number) -> Optional.of(String.valueOf(number));
            case Token.FourDigits(String digits) -> Optional.of(digits);
            case Token.Month(int month) -> Optional.of("month " + month);
            case Token.Half _ -> Optional.of("half of the day");
            case Token.Clock _,
                    Token.Date _,
                    Token.Slashed _,
                    Token.Weekday _,
                    Token.Relative _,
                    Token.Zone _,
                    Token.Until _,
                    Token.Lifted _,
                    Token.Filler _,
                    Token.Break _ -> Optional.empty();
        };
    }

    /** Each time of day with the zones and days around it, those before the first belonging to the first. */
    private static List<Moment> moments(List<Token> tokens, boolean english) {
        List<Moment> moments = new ArrayList<>();
        Moment open = new Moment(null, new ArrayList<>(), new ArrayList<>(), english);
        for (Token token : tokens) {
            switch (token) {
                case Token.Clock clock -> {
                    open = open.clock() == null
                            ? open.at(clock)
                            : new Moment(clock, new ArrayList<>(), new ArrayList<>(), english);
                    moments.add(open);
                }
                case Token.Zone(var name) -> open.zones().add(name);
                case Token.Date _, Token.Slashed _, Token.Weekday _, Token.Relative _ ->
                    open.days().add(token);
                case Token _ -> {}
            }
        }
        return moments;
    }

    private static Outcome read(List<Moment> moments, @Nullable ZoneId desk, Instant receivedAt) {
        List<Token> sharedDays = moments.stream()
                .map(Moment::days)
                .filter(days -> !days.isEmpty())
                .findFirst()
                .orElse(List.of());
        List<Instant> instants = new ArrayList<>();
        try {
            for (Moment moment : moments) {
                List<ZoneName> zones = moment.zonesAt(desk);
                if (zones.isEmpty()) {
                    return new WithoutZone("it names no time zone that is certain");
                }
                List<Token> days = moment.days().isEmpty() ? sharedDays : moment.days();
                for (ZoneName zone : zones) {
                    instants.add(moment.instant(days, zone, desk, receivedAt));
                }
            }
        } catch (DoubtfulEmbargoException doubt) {
            return new Unclear(doubt.detail());
        } catch (DateTimeException _) {
            return new WithoutZone("it names a time that the clocks of its zone leave out, or no real date");
        }
        Instant latest = instants.stream().max(Comparator.naturalOrder()).orElseThrow();
        boolean allTheSame = instants.stream()
                .allMatch(instant -> Math.floorMod(latest.getEpochSecond() - instant.getEpochSecond(), 86_400L) == 0);
        return allTheSame ? new Ends(latest) : new Unclear("it names several times that are not the same instant");
    }

    /** A time of day with what stands around it. */
    private record Moment(Token.@Nullable Clock clock, List<ZoneName> zones, List<Token> days, boolean english) {

        Moment at(Token.Clock time) {
            return new Moment(time, zones, days, english);
        }

        List<ZoneName> zonesAt(@Nullable ZoneId desk) {
            if (zones.isEmpty()) {
                return desk == null ? List.of() : List.of(new ZoneName("", null, desk));
            }
            List<ZoneName> certain = zones.stream()
                    .map(zone -> zone.at(desk))
                    .flatMap(Optional::stream)
                    .toList();
            // "local time in Paris": the place tells what the word does not
            return certain.size() == zones.size() || zones.stream().anyMatch(ZoneName::isLocal) ? certain : List.of();
        }

        Instant instant(List<Token> printedDays, ZoneName zone, @Nullable ZoneId desk, Instant receivedAt) {
            Token.Clock time = java.util.Objects.requireNonNull(clock);
            if (time.plain() && english && zone.clocks().getId().startsWith("America/")) {
                throw new DoubtfulEmbargoException(
                        "it does not say whether the time is in the morning or in the evening");
            }
            LocalDate today = LocalDate.ofInstant(receivedAt, zone.clocks());
            LocalDate day = EmbargoDay.of(printedDays, today, desk);
            Instant instant = instant(zone, day, time);
            boolean dated = printedDays.stream().anyMatch(token -> !(token instanceof Token.Weekday));
            if (!dated && instant.isBefore(receivedAt)) {
                throw new DoubtfulEmbargoException("that time is over today, and may be meant for a week later");
            }
            return instant;
        }

        private static Instant instant(ZoneName zone, LocalDate day, Token.Clock time) {
            return zone.instant(
                    time.endsDay()
                            ? LocalDateTime.of(day.plusDays(1), LocalTime.MIDNIGHT)
                            : LocalDateTime.of(day, time.time()));
        }
    }
}
