package news.slugline.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells files that are still being written from those that are whole, by looking more than once. Not thread-safe. */
final class Settling {

    private final Duration settle;
    private final Map<Path, Look> looks = new HashMap<>();

    Settling(Duration settle) {
        this.settle = settle;
    }

    /** Those of the files whose size and time have not changed for long enough. Files that are gone are forgotten. */
    List<Path> settled(List<Path> files, Instant now) throws IOException {
        looks.keySet().retainAll(files);
        var settled = new ArrayList<Path>();
        for (Path file : files) {
            try {
                var look = new Look(
                        Files.size(file), Files.getLastModifiedTime(file).toInstant(), now);
                Look first = looks.merge(file, look, (before, latest) -> before.isSame(latest) ? before : latest);
                if (!first.at().plus(settle).isAfter(now)) {
                    settled.add(file);
                }
            } catch (NoSuchFileException _) {
                looks.remove(file);
            }
        }
        return settled;
    }

    /** What a file looked like, since when. */
    private record Look(long size, Instant modified, Instant at) {

        boolean isSame(Look other) {
            return size == other.size && modified.equals(other.modified);
        }
    }
}
