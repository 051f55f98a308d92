package news.slugline.enrich.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/** A media store in a folder: a file is written aside and moved into place. */
public final class FolderMediaStore implements MediaStore {

    private final Path folder;

    public FolderMediaStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void keep(String sha256, String name, byte[] bytes) {
        Path target = folder.resolve(MediaStore.path(sha256, name));
        if (Files.exists(target)) {
            return;
        }
        Path aside = target.resolveSibling("." + name + "." + UUID.randomUUID());
        try {
            Files.createDirectories(target.getParent());
            try {
                write(aside, bytes);
                Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new MediaStoreException("writing " + name, e);
        }
    }

    @Override
    public Optional<byte[]> read(String sha256, String name) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(MediaStore.path(sha256, name))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new MediaStoreException("reading " + name, e);
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
}
