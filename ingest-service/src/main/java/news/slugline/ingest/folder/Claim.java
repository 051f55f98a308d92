package news.slugline.ingest.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import news.slugline.ingest.desk.Door;

/**
 * A file in hand with the receipt that it was given, which stands beside it on disk before the journal is asked.
 *
 * <p>After a crash the same file is handed in with the same receipt, so that it counts once.
 */
record Claim(Path file, Door door, UUID receiptId, Instant receivedAt) {

    static final String SUFFIX = ".receipt";

    /** The claim that is written beside the file; else a new one, written now. */
    static Claim of(Path file, Door door, UUID newReceiptId, Instant now) throws IOException {
        Path receipt = receipt(file);
        if (Files.exists(receipt)) {
            String[] parts = Files.readString(receipt, UTF_8).strip().split(" ", -1);
            if (parts.length == 3) {
                return new Claim(file, Door.valueOf(parts[2]), UUID.fromString(parts[0]), Instant.parse(parts[1]));
            }
        }
        try (var channel = FileChannel.open(
                receipt, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(UTF_8.encode(newReceiptId + " " + now + " " + door));
            channel.force(true);
        }
        return new Claim(file, door, newReceiptId, now);
    }

    void end() throws IOException {
        Files.deleteIfExists(receipt(file));
    }

    private static Path receipt(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }
}
