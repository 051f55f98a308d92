package news.slugline.ingest.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Small hidden files beside those that come by SFTP: {@code .uploading-NAME} while a client writes NAME, and
 * {@code .sftp-NAME} once it is whole.
 *
 * <p>They are on disk so that a restart in the middle of an upload does not make half a file look whole.
 */
public final class Marks {

    private static final String UPLOADING = ".uploading-";
    private static final String BY_SFTP = ".sftp-";

    private Marks() {}

    /** Nobody takes the file from now on. */
    public static void uploading(Path file) throws IOException {
        put(mark(file, UPLOADING));
    }

    /** The file is whole. */
    public static void uploaded(Path file) throws IOException {
        put(mark(file, BY_SFTP));
        Files.deleteIfExists(mark(file, UPLOADING));
    }

    /** A whole file has another name. */
    public static void moved(Path from, Path to) throws IOException {
        if (Files.deleteIfExists(mark(from, BY_SFTP))) {
            put(mark(to, BY_SFTP));
        }
    }

    /** Whether the name is that of a mark. */
    public static boolean isMark(String name) {
        return name.startsWith(UPLOADING) || name.startsWith(BY_SFTP);
    }

    static boolean isUploading(Path file) {
        return Files.exists(mark(file, UPLOADING));
    }

    /** Whether the file came by SFTP; asked once. */
    static boolean cameBySftp(Path file) throws IOException {
        return Files.deleteIfExists(mark(file, BY_SFTP));
    }

    private static Path mark(Path file, String prefix) {
        return file.resolveSibling(prefix + file.getFileName());
    }

    private static void put(Path mark) throws IOException {
        try {
            Files.createFile(mark);
        } catch (FileAlreadyExistsException _) {
            // it says so already
        }
    }
}
