package news.slugline.ingest.copy;

import java.time.Instant;
import java.util.UUID;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Door;
import news.slugline.ingest.format.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Raw copy as a door took it in: one piece, or a collection of them.
 *
 * @param receiptId UUID version 7, also the transaction id of the piece
 * @param uri the article's uri as the desk named it, unchecked
 * @param version the article's version as the desk named it, unchecked
 * @param isArchive whether it is an old piece of an archive, which takes the routine lane whatever it says
 * @param receivedAt when the last byte had been read
 */
public record Copy(
        UUID receiptId,
        Desk desk,
        Door door,
        Payload payload,
        @Nullable String uri,
        @Nullable String version,
        boolean isArchive,
        Instant receivedAt) {

    /** Copy that comes without a name for its article, as through every door but HTTP. */
    public static Copy unnamed(UUID receiptId, Desk desk, Door door, Payload payload, Instant receivedAt) {
        return new Copy(receiptId, desk, door, payload, null, null, false, receivedAt);
    }

    Copy piece(Payload piece, UUID pieceId) {
        return new Copy(pieceId, desk, door, piece, uri, version, isArchive, receivedAt);
    }
}
