package news.slugline.ingest.desk;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A wire desk, and what is taken for granted of its copy.
 *
 * @param name in article uris and on dashboards: lower-case letters, digits and hyphens
 * @param source the provider's name as readers see it; null where only the copy's own counts
 * @param zone the time zone of times that name none; without it such times are refused
 * @param language BCP 47 tag of copy that names none
 * @param section the section of copy that names none
 * @param doors the doors that the desk may use
 * @param piecesPerMinute how many pieces the desk may hand in each minute; null for any number
 * @param cadence the longest that the desk is silent while all is well; null where nobody waits for it
 * @param sshKeys the desk's public keys for the SFTP drop box, each a line as in authorized_keys (OpenSSH)
 * @param isClosed whether the desk hands in copy no more; what it handed in before lives on
 */
public record Desk(
        String name,
        @Nullable String source,
        @Nullable ZoneId zone,
        @Nullable String language,
        @Nullable String section,
        Set<Door> doors,
        @Nullable Integer piecesPerMinute,
        @Nullable Duration cadence,
        List<String> sshKeys,
        boolean isClosed) {

    /** A desk of which nothing is taken for granted, and which may use every door. */
    public static Desk named(String name) {
        return new Desk(name, null, null, null, null, EnumSet.allOf(Door.class), null, null, List.of(), false);
    }
}
