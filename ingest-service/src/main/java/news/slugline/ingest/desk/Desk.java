package news.slugline.ingest.desk;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A wire desk, and what is taken for granted of its copy.
 *
 * @param name in article uris and on dashboards: lower-case letters, digits and hyphens
 * @param keySha256 lower-case hexadecimal SHA-256 of the desk's bearer key; the key itself is kept nowhere
 * @param zone the time zone of times that name none; without it such times are refused
 * @param language BCP 47 tag of copy that names none
 * @param section the section of copy that names none
 */
public record Desk(
        String name,
        String keySha256,
        @Nullable ZoneId zone,
        @Nullable String language,
        @Nullable String section) {}
