package news.slugline.ingest.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of a desk, of which only the hash is known.
 *
 * @param sha256 lower-case hexadecimal
 * @param expiresAt null where it is valid until it is rotated
 */
record DeskKey(String sha256, String desk, @Nullable Instant expiresAt) {

    boolean isValidAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
