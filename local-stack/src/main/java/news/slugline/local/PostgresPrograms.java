package news.slugline.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs for this platform, unpacked on first use.
 *
 * <p>PostgreSQL refuses to run as root. For root each command runs in a user namespace of its own, where root is nobody
 * in particular and still owns the files.
 */
record PostgresPrograms(Path folder) {

    /** Unpacks the archive that the build fetched, unless that was done before. Safe between processes. */
    static PostgresPrograms unpacked(Home home) {
        var folder = home.built().resolve("postgres");
        try (var lock = FileChannel.open(
                home.built().resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            synchronized (PostgresPrograms.class) {
                var held = lock.lock();
                if (!Files.exists(folder)) {
                    unpack(archive(home.built().resolve("postgres-archive")), folder);
                }
                held.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked to " + folder, e);
        }
        return new PostgresPrograms(folder);
    }

    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static Path archive(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder, "*.txz")) {
            return files.iterator().next();
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        // A folder that is there is complete: it gets its name last.
        var unfinished = Files.createTempDirectory(folder.getParent(), "postgres-");
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, entry.resolveIn(unfinished));
            }
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
