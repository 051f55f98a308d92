package news.slugline.ingest.copy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.slugline.event.Article;
import news.slugline.event.ArticleIngested;
import news.slugline.event.CopyReceived;
import news.slugline.event.CopyRejected;
import news.slugline.event.Lane;
import news.slugline.event.Receipt;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.format.Arrival;
import news.slugline.ingest.format.Formats;
import news.slugline.ingest.format.Payload;
import news.slugline.ingest.format.Reading;
import news.slugline.ingest.format.UnderstoodCopy;

/**
 * Understands raw copy: first at the door, to answer the desk, and then from the journal, to publish it.
 *
 * <p>A pure function of its arguments. Both ways read the same bytes with the same rules, but only the door gives an
 * identity: from the journal the stored one is used.
 */
public final class Ingestion {

    /** The largest piece of copy that is taken, in bytes. */
    public static final int MAX_COPY_BYTES = 10 * 1024 * 1024;

    private final Formats formats;

    public Ingestion(Formats formats) {
        this.formats = formats;
    }

    /** What becomes of a piece from the journal. */
    public sealed interface Outcome permits Ingested, Refused {}

    /** To be sent on its way. */
    public record Ingested(ArticleIngested event) implements Outcome {}

    /** Rules have become stricter since the piece was accepted: kept on copy.rejected. */
    public record Refused(CopyRejected rejection) implements Outcome {}

    /** The pieces that the copy consists of, to be accepted one by one. */
    List<Payload> pieces(Copy copy) {
        return Refusal.ofRequest(copy).isPresent() ? List.of(copy.payload()) : formats.pieces(copy.payload());
    }

    /** Decides at the door whether a piece is accepted. */
    public Acceptance accept(Copy copy) {
        return Refusal.ofRequest(copy)
                .<Acceptance>map(refusal -> new Acceptance.Refused(refusal.of(copy)))
                .orElseGet(() -> switch (formats.read(copy.payload(), arrival(copy.desk(), copy.receivedAt()))) {
                    case Reading.Unreadable unreadable ->
                        new Acceptance.Refused(Refusal.of(unreadable).of(copy));
                    case Reading.Understood(var understood) -> accept(copy, understood);
                });
    }

    private static Acceptance accept(Copy copy, UnderstoodCopy understood) {
        Optional<Refusal> refusal = Refusal.ofContent(understood, Identity.isNamed(copy, understood));
        if (refusal.isPresent()) {
            return new Acceptance.Refused(refusal.get().of(copy));
        }
        Article unnamed = Articles.of(understood, copy.desk(), "", 0, copy.receivedAt());
        String uri = Identity.uri(copy, understood, unnamed.getContentHash());
        var received = new CopyReceived(
                receipt(copy, copy.isArchive() ? Lane.routine : Articles.lane(unnamed, understood)),
                uri,
                Identity.version(copy, understood),
                Identity.versionCreated(copy, understood),
                copy.payload().contentType(),
                copy.payload().fileName(),
                ByteBuffer.wrap(copy.payload().content()));
        return new Acceptance.Accepted(received, article(received, understood, copy.desk()), understood);
    }

    /** Reads a piece from the journal again. */
    Outcome ingest(CopyReceived received, Desk desk) {
        byte[] content = new byte[received.getContent().remaining()];
        received.getContent().duplicate().get(content);
        var payload = new Payload(
                content,
                received.getContentType().orElse(null),
                received.getFileName().orElse(null));
        return switch (formats.read(payload, arrival(desk, received.getReceipt().getReceivedAt()))) {
            case Reading.Unreadable unreadable ->
                new Refused(Refusal.of(unreadable).of(received));
            case Reading.Understood(var understood) ->
                Refusal.ofContent(understood, true)
                        .<Outcome>map(refusal -> new Refused(refusal.of(received)))
                        .orElseGet(() -> new Ingested(
                                new ArticleIngested(received.getReceipt(), article(received, understood, desk))));
        };
    }

    private static Article article(CopyReceived received, UnderstoodCopy understood, Desk desk) {
        return Articles.of(understood, desk, received.getUri(), received.getVersion(), received.getVersionCreated());
    }

    private static Receipt receipt(Copy copy, Lane lane) {
        return new Receipt(
                copy.receiptId().toString(), copy.desk().name(), copy.door().name(), copy.receivedAt(), lane);
    }

    private static Arrival arrival(Desk desk, Instant receivedAt) {
        return new Arrival(desk.zone(), receivedAt);
    }
}
