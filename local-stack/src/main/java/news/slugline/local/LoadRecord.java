package news.slugline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * Which entries of an archive have been dealt with, on file, so that a load that was ended goes on where it was.
 *
 * <p>An entry that was handed in just before the end may be handed in again: its idempotency key makes that harmless.
 */
final class LoadRecord {

    private static final String REFUSED = "refused\t";
    private static final String DONE = "done\t";

    private final Path file;
    private final Set<String> done = new HashSet<>();
    private int refused;

    private LoadRecord(Path file) {
        this.file = file;
    }

    /** The record of this archive as it is now; a changed archive begins anew. */
    static LoadRecord of(Path folder, Path archive) {
        try {
            String state = archive.toAbsolutePath().normalize() + " " + Files.getLastModifiedTime(archive)
                    + (Files.isDirectory(archive) ? "" : " " + Files.size(archive));
            Files.createDirectories(folder);
            var load = new LoadRecord(folder.resolve(hash(state) + ".tsv"));
            if (Files.exists(load.file)) {
                Files.readAllLines(load.file, UTF_8).forEach(load::remember);
            }
            return load;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized boolean isDone(String entry) {
        return done.contains(entry);
    }

    synchronized int size() {
        return done.size();
    }

    synchronized int refused() {
        return refused;
    }

    Path file() {
        return file;
    }

    void accepted(String entry) {
        append(DONE + entry);
    }

    void refused(String entry, String why) {
        append(REFUSED + entry + "\t" + why.replaceAll("\\s+", " "));
    }

    private synchronized void append(String line) {
        try {
            Files.writeString(file, line + "\n", UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            remember(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void remember(String line) {
        String[] parts = line.split("\t", 3);
        if (parts.length > 1) {
            done.add(parts[1]);
            refused += line.startsWith(REFUSED) ? 1 : 0;
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
