package news.slugline.publish.media;

import java.time.Instant;
import java.util.Optional;
import org.springframework.core.io.Resource;

/** The media store as enrichment fills it: {@code <first two hex digits>/<sha256>/<name>}. */
public interface MediaFiles {

    /** A file and when it was written. */
    record MediaFile(Resource content, Instant lastModified) {}

    /**
     * One file; empty where there is none.
     *
     * @param sha256 of the picture, 64 hexadecimal digits
     * @param name without a separator
     */
    Optional<MediaFile> find(String sha256, String name);

    /** Removes the picture in all of its sizes; returns when none is left. */
    void remove(String sha256);

    /** Where the files of a picture lie in the store. */
    static String folder(String sha256) {
        return sha256.substring(0, 2) + "/" + sha256 + "/";
    }
}
