package news.slugline.enrich.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The folder that holds every picture and its renditions: {@code <two hex digits>/<sha256 of the original>/<name>}.
 *
 * <p>A file that is there is whole and never changes: it is written aside and moved into place, and what is there
 * already is kept.
 */
public final class MediaStore {

    private final Path folder;

    public MediaStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps the bytes of one file; returns when they are on disk.
     *
     * @param sha256 of the original picture, lower-case hexadecimal
     * @param name such as thumbnail.jpg
     */
    public void keep(String sha256, String name, byte[] bytes) throws IOException {
        Path target = folder.resolve(sha256.substring(0, 2)).resolve(sha256).resolve(name);
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Path aside = target.resolveSibling("." + name + "." + UUID.randomUUID());
        try {
            write(aside, bytes);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        // Forced to disk: once the offset has moved nobody writes this picture again.
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** The path on the site under which a browser gets the file. */
    public static String href(String sha256, String name) {
        return "/media/" + sha256 + "/" + name;
    }
}
