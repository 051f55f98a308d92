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

    private Identity() {}

    static String uri(Copy copy, UnderstoodCopy understood, String contentHash) {
        return Optional.ofNullable(copy.uri())
                .or(() -> understood.article().getProviderId().map(id -> underDesk(copy, "id", id)))
                .or(() -> sluglineOf(understood)
                        .map(slug -> underDesk(copy, date(copy).toString(), slug)))
                .orElseGet(() -> underDesk(copy, "sha256", contentHash));
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

    /**
     * Whether the copy or the desk says for certain which story this is; a kill or a hold must. A slugline does not: it
     * names a story together with the day of its receipt only.
     */
    static boolean isNamed(Copy copy, UnderstoodCopy understood) {
        return copy.uri() != null || understood.article().getProviderId().isPresent();
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

    private static Optional<String> sluglineOf(UnderstoodCopy understood) {
        return Optional.of(understood.article().getSlugline().strip().toLowerCase(Locale.ROOT))
                .filter(s -> !s.isEmpty());
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
