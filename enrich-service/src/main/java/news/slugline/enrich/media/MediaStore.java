package news.slugline.enrich.media;

import java.util.Optional;

/**
 * Holds every picture and its renditions: {@code <two hex digits>/<sha256 of the original>/<name>}.
 *
 * <p>What is there is whole and never changes. A store that is away throws {@link MediaStoreException}: try again until
 * it is back.
 */
public interface MediaStore {

    /**
     * Keeps the bytes of one file, unless it is there already; returns when they are durable.
     *
     * @param sha256 of the original picture, lower-case hexadecimal
     * @param name such as thumbnail.jpg
     */
    void keep(String sha256, String name, byte[] bytes);

    /** The bytes of one file; empty where there is none. */
    Optional<byte[]> read(String sha256, String name);

    /** The path on the site under which a browser gets the file. */
    static String href(String sha256, String name) {
        return "/media/" + sha256 + "/" + name;
    }

    /** Where a file lies in the store. */
    static String path(String sha256, String name) {
        return sha256.substring(0, 2) + "/" + sha256 + "/" + name;
    }
}
