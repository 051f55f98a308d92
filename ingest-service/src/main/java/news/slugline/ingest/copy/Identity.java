package news.slugline.ingest.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import news.slugline.ingest.format.UnderstoodCopy;

/**
 * Gives a piece of copy its article uri and version.
 *
 * <p>The uri is, in this order: what the desk named in the request; the provider's own id under the desk's name; the
 * copy's slugline under the desk's name and the date; the hash of the understood text. Given once at the door, journalled
 * with the bytes and never computed again.
 */
final class Identity {

    private static final int MAX_URI_LENGTH = 512;
    private static final String PREFIX = "urn:slugline:";
    private static final String NOTICE = ":notice:";
    /** Cycle designators of North American wires, and words for orders. */
    private static final Pattern LED_BY = Pattern.compile(
            "^(?:(?:bc|am|pm|ap)-{1,2}|(?:kill|correction|corrected|update(?: \\d{1,2})?)\\s?[:-]\\s?){1,3}");

    private static final Pattern LEAD = Pattern.compile(
            "\\s?[,;-]?\\s?(?:\\d{1,2}(?:st|nd|rd|th)\\s(?:ld|lead|add|sub|writethru)|\\d{1,2}\\. (?:lead|zsf|zusammenfassung)"
                    + "|writethru|write-through|corrective|lead-all|takeout)\\b.{0,80}$");
    private static final Pattern REVISION = Pattern.compile("^((?i:urn:newsml:)[^:]+:\\d{8}[^:]*:.+):\\d{1,6}[NUA]?$");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N})]+$");

    private Identity() {}

    static String uri(Copy copy, UnderstoodCopy understood, String contentHash) {
        return Optional.ofNullable(copy.uri())
                .or(() -> understood.article().getProviderId().map(id -> underDesk(copy, "id", unversioned(id))))
                .or(() -> Optional.of(sluglineKey(understood.article().getSlugline()))
                        .filter(slug -> !slug.isEmpty())
                        .map(slug -> underDesk(copy, date(copy).toString(), slug)))
                .orElseGet(() -> underDesk(copy, "sha256", contentHash));
    }

    /** A NewsML urn (RFC 3085) without the revision at its end: the identity over all revisions. */
    static String unversioned(String providerId) {
        return REVISION.matcher(providerId).replaceFirst("$1");
    }

    static long version(Copy copy, UnderstoodCopy understood) {
        return Optional.ofNullable(copy.version())
                .map(Long::parseLong)
                .or(understood::version)
                .orElseGet(() -> versionCreated(copy, understood).toEpochMilli());
    }

    static Instant versionCreated(Copy copy, UnderstoodCopy understood) {
        return understood.versionCreated().orElse(copy.receivedAt());
    }

    /** Where a notice stays that names no story for certain, until a person decides. */
    static String noticeUri(Copy copy) {
        return PREFIX + copy.desk().name() + NOTICE + copy.receiptId();
    }

    static boolean isNotice(String uri) {
        return uri.startsWith(PREFIX) && uri.contains(NOTICE);
    }

    /** A slugline as it is compared: lower case, without the wire's prefixes, lead numbers and order words. */
    static String sluglineKey(String slugline) {
        String key = slugline.strip().toLowerCase(Locale.ROOT);
        key = LED_BY.matcher(key).replaceFirst("");
        key = LEAD.matcher(key).replaceFirst("");
        return EDGES.matcher(key).replaceAll("");
    }

    static boolean isUri(String uri) {
        try {
            return uri.length() <= MAX_URI_LENGTH && new URI(uri).isAbsolute();
        } catch (java.net.URISyntaxException _) {
            return false;
        }
    }

    static boolean isVersion(String version) {
        try {
            return Long.parseLong(version) >= 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static LocalDate date(Copy copy) {
        ZoneId zone = Optional.ofNullable(copy.desk().zone()).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(copy.receivedAt(), zone);
    }

    private static String underDesk(Copy copy, String kind, String value) {
        String encoded = URLEncoder.encode(value, UTF_8).replace("+", "%20");
        String uri = PREFIX + copy.desk().name() + ":" + kind + ":" + encoded;
        return uri.length() <= MAX_URI_LENGTH
                ? uri
                : PREFIX + copy.desk().name() + ":" + kind + ":sha256:" + ContentHash.of(value.getBytes(UTF_8));
    }
}
