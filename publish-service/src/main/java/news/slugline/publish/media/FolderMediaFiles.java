package news.slugline.publish.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.FileSystemUtils;

/** A media store in a folder. */
final class FolderMediaFiles implements MediaFiles {

    private final Path folder;

    FolderMediaFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<MediaFile> find(String sha256, String name) {
        Path file = folder.resolve(MediaFiles.folder(sha256)).resolve(name);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new MediaFile(
                            new FileSystemResource(file),
                            Files.getLastModifiedTime(file).toInstant()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(String sha256) {
        try {
            FileSystemUtils.deleteRecursively(folder.resolve(MediaFiles.folder(sha256)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
