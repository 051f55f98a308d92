package news.slugline.ingest.copy;

import java.time.Instant;
import java.util.UUID;
import news.slugline.ingest.desk.Desk;
import org.jspecify.annotations.Nullable;

/**
 * A piece of raw copy as a door took it in.
 *
 * @param receiptId UUID version 7, also the transaction id of the piece
 * @param content the bytes as they came
 * @param contentType the declared media type with its parameters; null where none was
 * @param fileName null where the door knows none
 * @param uri the article's uri as the desk named it in the request, unchecked
 * @param version the article's version as the desk named it in the request, unchecked
 * @param receivedAt when the last byte had been read
 */
public record Copy(
        UUID receiptId,
        Desk desk,
        String door,
        byte[] content,
        @Nullable String contentType,
        @Nullable String fileName,
        @Nullable String uri,
        @Nullable String version,
        Instant receivedAt) {}
