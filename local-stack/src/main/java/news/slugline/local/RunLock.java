package news.slugline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Holds an installation's folder for one {@code up} at a time; the system lets go of it however the process ends. */
record RunLock(FileChannel channel) implements AutoCloseable {

    /**
     * Takes the folder.
     *
     * @throws UsageException when another run holds it
     */
    static RunLock take(Installation installation) {
        var folder = installation.folder().resolve("run");
        try {
            Files.createDirectories(folder);
            var lock = new RunLock(
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (!lock.taken()) {
                lock.close();
                throw new UsageException("Slugline runs already in " + installation.folder()
                        + ". ./slugline status shows it; to run a second one, set SLUGLINE_FOLDER and other ports.");
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean taken() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
