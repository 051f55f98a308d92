package news.slugline.ingest.copy;

import java.nio.ByteBuffer;
import java.util.Optional;
import news.slugline.event.Article;
import news.slugline.event.ArticleIngested;
import news.slugline.event.CopyReceived;
import news.slugline.event.CopyRejected;
import news.slugline.event.Lane;
import news.slugline.event.Receipt;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.format.DeskDefaults;
import news.slugline.ingest.format.Formats;
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

    /** Decides at the door whether a piece is accepted. */
    public Acceptance accept(Copy copy) {
        return Refusal.ofRequest(copy)
                .<Acceptance>map(refusal -> new Acceptance.Refused(refusal.of(copy)))
                .orElseGet(() -> switch (formats.read(copy.content(), copy.contentType(), defaults(copy.desk()))) {
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
                receipt(copy, Articles.lane(unnamed, understood)),
                uri,
                Identity.version(copy, understood),
                Identity.versionCreated(copy, understood),
                copy.contentType(),
                copy.fileName(),
                ByteBuffer.wrap(copy.content()));
        return new Acceptance.Accepted(received, article(received, understood, copy.desk()), understood);
    }

    /** Reads a piece from the journal again. */
    Outcome ingest(CopyReceived received, Desk desk) {
        byte[] content = new byte[received.getContent().remaining()];
        received.getContent().duplicate().get(content);
        return switch (formats.read(content, received.getContentType().orElse(null), defaults(desk))) {
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
        return new Receipt(copy.receiptId().toString(), copy.desk().name(), copy.door(), copy.receivedAt(), lane);
    }

    private static DeskDefaults defaults(Desk desk) {
        return new DeskDefaults(desk.zone());
    }
}
