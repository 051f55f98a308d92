package news.slugline.ingest.copy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import news.slugline.event.CopyReceived;
import news.slugline.event.CopyRejected;
import news.slugline.event.Lane;
import news.slugline.event.PubStatus;
import news.slugline.event.Receipt;
import news.slugline.ingest.format.Reading;
import news.slugline.ingest.format.UnderstoodCopy;

/**
 * Why a piece of copy is not accepted.
 *
 * @param reason a stable code
 * @param detail what is wrong with this piece
 * @param remedy what to do about it
 */
record Refusal(String reason, String detail, String remedy) {

    /** What is wrong with the request, whatever the copy says. */
    static Optional<Refusal> ofRequest(Copy copy) {
        if (copy.payload().content().length > Ingestion.MAX_COPY_BYTES) {
            return Optional.of(new Refusal(
                    "too-large",
                    "The piece is larger than " + Ingestion.MAX_COPY_BYTES + " bytes.",
                    "Send the text and smaller pictures."));
        }
        if (copy.payload().content().length == 0) {
            return Optional.of(new Refusal(
                    "empty",
                    "The request has no body.",
                    "Send the copy itself as the body, for example with curl" + " --data-binary @FILE."));
        }
        if (copy.uri() != null && !Identity.isUri(copy.uri())) {
            return Optional.of(new Refusal(
                    "bad-uri",
                    "The parameter 'uri' is not an absolute URI of at most 512 characters.",
                    "Name the article as in urn:example:story:42, or leave the parameter out."));
        }
        if (copy.version() != null && !Identity.isVersion(copy.version())) {
            return Optional.of(new Refusal(
                    "bad-version",
                    "The parameter 'version' is not a whole number from 0 to 9223372036854775807.",
                    "Send a number that grows with every version, or leave the parameter out."));
        }
        return Optional.empty();
    }

    /** What is wrong with a request that holds so many pieces. */
    static Optional<Refusal> ofCollection(Copy copy, int pieces) {
        if (pieces > Ingestion.MAX_PIECES) {
            return Optional.of(new Refusal(
                    "too-many-pieces",
                    "The collection holds " + pieces + " pieces, and at most " + Ingestion.MAX_PIECES
                            + " are taken at once.",
                    "Send it in parts; ./slugline load does so with an archive."));
        }
        if (pieces > 1 && (copy.uri() != null || copy.version() != null)) {
            return Optional.of(new Refusal(
                    "bad-uri",
                    "The parameters 'uri' and 'version' name one article, but the collection holds " + pieces
                            + " pieces.",
                    "Leave the parameters out, or send the pieces one by one."));
        }
        return Optional.empty();
    }

    /** What is wrong with what was understood. An order to kill or withhold needs no text. */
    static Optional<Refusal> ofContent(UnderstoodCopy understood) {
        if (understood.article().getPubStatus() != PubStatus.usable) {
            return Optional.empty();
        }
        if (understood.article().getHeadline().isBlank()) {
            return Optional.of(new Refusal(
                    "no-headline",
                    "No line of the copy reads as a headline.",
                    "Put the headline on a line of its own" + " above the body."));
        }
        if (understood.article().getBody().isEmpty()) {
            return Optional.of(new Refusal(
                    "no-body",
                    "Nothing of the copy reads as the body of a story.",
                    "Leave a blank line after the headline, and send the whole text."));
        }
        return Optional.empty();
    }

    Reading.Unreadable unreadable() {
        return new Reading.Unreadable(reason, detail, remedy);
    }

    static Refusal of(Reading.Unreadable unreadable) {
        return new Refusal(unreadable.reason(), unreadable.detail(), unreadable.remedy());
    }

    CopyRejected of(Copy copy) {
        var receipt = new Receipt(
                copy.receiptId().toString(), copy.desk().name(), copy.door().name(), copy.receivedAt(), Lane.routine);
        byte[] kept = Arrays.copyOf(
                copy.payload().content(), Math.min(copy.payload().content().length, Ingestion.MAX_COPY_BYTES));
        return new CopyRejected(
                receipt,
                copy.payload().contentType(),
                copy.payload().fileName(),
                ByteBuffer.wrap(kept),
                reason,
                detail,
                remedy);
    }

    CopyRejected of(CopyReceived received) {
        return new CopyRejected(
                received.getReceipt(),
                received.getContentType().orElse(null),
                received.getFileName().orElse(null),
                received.getContent(),
                reason,
                detail,
                remedy);
    }
}
