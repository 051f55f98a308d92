package news.slugline.ingest.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.Notice.Order;
import news.slugline.ingest.format.text.BylineRules;
import org.jspecify.annotations.Nullable;

/** Reads values that several formats write: dates, subject codes, urgencies, statuses. */
final class Values {

    private static final Pattern MEDIA_TOPIC = Pattern.compile(
            "(?i)^(?:https?://cv\\.iptc\\.org/newscodes/mediatopic/|medtop:|urn:newsml:iptc\\.org:\\d*:mediatopic:)(?:medtop:)?(\\d{8})$");
    private static final Pattern SUBJECT_CODE = Pattern.compile(
            "(?i)^(?:https?://cv\\.iptc\\.org/newscodes/subjectcode/|(?:iptc)?subj(?:ectcode)?:|iptc:|urn:newsml:iptc\\.org:\\d*:topicset\\.iptc-subjectcode:\\d*:)?(\\d{8})$");
    private static final Pattern COMPACT = Pattern.compile(
            "^(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?(?:\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?$");

    private Values() {}

    /** ISO 8601 extended or basic, RFC 822 and 5322; a time without a zone is taken in the one given, UTC without one. */
    static Optional<Instant> instant(String printed, @Nullable ZoneId zone) {
        String value = printed.strip()
                .replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")
                .replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (\\d)", "$1T$2");
        var compact = COMPACT.matcher(printed.strip());
        if (compact.matches()) {
            String time = compact.group(4) == null
                    ? "T00:00:00"
                    : "T" + compact.group(4) + ":" + compact.group(5) + ":"
                            + Optional.ofNullable(compact.group(6)).orElse("00");
            String offset =
                    Optional.ofNullable(compact.group(7)).orElse("").replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
            value = compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3) + time + offset;
        }
        ZoneId of = zone == null ? ZoneId.of("UTC") : zone;
        String iso = value;
        return tried(() -> OffsetDateTime.parse(iso).toInstant())
                .or(() -> tried(() -> LocalDateTime.parse(iso).atZone(of).toInstant()))
                .or(() -> tried(() -> LocalDate.parse(iso).atStartOfDay(of).toInstant()))
                .or(() -> tried(() -> LocalDate.parse(iso.substring(0, Math.min(10, iso.length())))
                        .atStartOfDay(of)
                        .toInstant()))
                .or(() -> rfc(printed));
    }

    private static Optional<Instant> rfc(String printed) {
        String value = printed.strip()
                .replaceFirst("\\s*\\(.{0,60}\\)$", "")
                .replaceFirst("^\\p{L}{2,9}\\.?,?\\s+", "")
                .replaceFirst("\\s(?:GMT|UT|UTC|Z)$", " +0000")
                .replaceFirst("\\sEST$", " -0500")
                .replaceFirst("\\sEDT$", " -0400")
                .replaceFirst("\\sCST$", " -0600")
                .replaceFirst("\\sCDT$", " -0500")
                .replaceFirst("\\sMST$", " -0700")
                .replaceFirst("\\sMDT$", " -0600")
                .replaceFirst("\\sPST$", " -0800")
                .replaceFirst("\\sPDT$", " -0700")
                .replaceAll("\\s+", " ");
        return List.of("d MMM yyyy HH:mm:ss Z", "d MMM yyyy HH:mm Z", "d MMM yy HH:mm:ss Z", "d MMM yy HH:mm Z")
                .stream()
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH))
                .flatMap(
                        format -> tried(() -> ZonedDateTime.parse(value, format).toInstant()).stream())
                .findFirst();
    }

    private static Optional<Instant> tried(Supplier<Instant> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** A subject as a qcode: IPTC's schemes by their usual aliases, a provider's own as it stands. */
    static String subject(String code) {
        String bare = code.strip();
        var topic = MEDIA_TOPIC.matcher(bare);
        if (topic.matches()) {
            return "medtop:" + topic.group(1);
        }
        var subject = SUBJECT_CODE.matcher(bare);
        if (subject.matches()) {
            // media topics begin at 20000000 beside the tops that both schemes share
            return (subject.group(1).startsWith("2") ? "medtop:" : "subj:") + subject.group(1);
        }
        return bare;
    }

    /** 1 to 9 (IPTC NewsCodes urgency, 8 and 9 included). */
    static Optional<Integer> urgency(String value) {
        String digits = value.strip().replaceFirst("(?i)^(?:urg|urgency|prio)[:\\s]*", "");
        return digits.matches("[1-9]") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    static Optional<Long> number(String value) {
        String digits = value.strip();
        return digits.matches("\\d{1,18}") ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    /** The IPTC publishing status. Words that nobody knows are not published: withheld is the careful reading. */
    static PubStatus pubStatus(String value) {
        return switch (value.strip().toLowerCase(Locale.ROOT).replaceFirst("^.*[:/]", "")) {
            case "usable", "published", "publish", "" -> PubStatus.usable;
            case "canceled", "cancelled", "takedown", "killed", "kill", "retracted", "deleted" -> PubStatus.canceled;
            default -> PubStatus.withheld;
        };
    }

    static Order order(PubStatus status) {
        return switch (status) {
            case canceled -> Order.KILL;
            case withheld -> Order.HOLD;
            case usable -> Order.NONE;
        };
    }

    /** The names in a byline, printed with its "By" or without. */
    static List<String> authors(String byline) {
        return BylineRules.authors(
                byline.matches("(?i)(?:by|von|par|por|di|av|af|door)\\s.*") ? byline : "By " + byline);
    }
}
