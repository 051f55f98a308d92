package news.slugline.ingest.copy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * <p>A pure function of its arguments, but for its time budget. Both ways read the same bytes with the same rules, but only the door gives an
 * identity: from the journal the stored one is used.
 */
public final class Ingestion {

    /** The largest piece of copy that is taken, in bytes. */
    public static final int MAX_COPY_BYTES = 10 * 1024 * 1024;

    /** The most pieces that a collection may hold. */
    static final int MAX_PIECES = 2_000;

    private final BoundedReading reading;

    /**
     * @param budget for reading one piece
     */
    public Ingestion(Formats formats, Duration budget) {
        this.reading = new BoundedReading(formats, budget);
    }

    /** What becomes of a piece from the journal. */
    public sealed interface Outcome permits Ingested, Refused {}

    /** To be sent on its way. */
    public record Ingested(ArticleIngested event, UnderstoodCopy understood) implements Outcome {}

    /** Rules have become stricter since the piece was accepted: kept on copy.rejected. */
    public record Refused(CopyRejected rejection) implements Outcome {}

    /** The pieces that the copy consists of, to be read and accepted one by one. */
    List<Payload> pieces(Copy copy) {
        return Refusal.ofRequest(copy).isPresent() ? List.of(copy.payload()) : reading.pieces(copy.payload());
    }

    /** Reads a piece at the door. */
    public Reading read(Copy copy) {
        return Refusal.ofRequest(copy)
                .<Reading>map(Refusal::unreadable)
                .orElseGet(() -> reading.read(copy.payload(), arrival(copy.desk(), copy.receivedAt())));
    }

    /**
     * Decides at the door whether a piece is accepted, and what it is about.
     *
     * @param candidates the articles that go by a name in {@link Binding#names}
     */
    public Acceptance accept(Copy copy, Reading read, List<KnownArticle> candidates) {
        return switch (read) {
            case Reading.Unreadable unreadable ->
                new Acceptance.Refused(Refusal.of(unreadable).of(copy));
            case Reading.Understood(var understood) ->
                Refusal.ofContent(understood)
                        .<Acceptance>map(refusal -> new Acceptance.Refused(refusal.of(copy)))
                        .orElseGet(() -> accept(copy, understood, candidates));
        };
    }

    private static Acceptance accept(Copy copy, UnderstoodCopy understood, List<KnownArticle> candidates) {
        Article unnamed = Articles.of(understood, copy.desk(), "", 0, copy.receivedAt());
        Binding.Target target = Binding.target(copy, understood, candidates);
        String uri = switch (target) {
            case Binding.Target.Known(var known) -> known.uri();
            case Binding.Target.Itself() -> Identity.uri(copy, understood, unnamed.getContentHash());
            case Binding.Target.Undecided() -> Identity.noticeUri(copy);
        };
        // a notice that came as an item of its own has a number of its own, which says nothing of the story's
        long version =
                target instanceof Binding.Target.Known(var known) && known.version() > 0 && copy.version() == null
                        ? known.version()
                        : Identity.version(copy, understood);
        var received = new CopyReceived(
                receipt(copy, copy.isArchive() ? Lane.routine : Articles.lane(unnamed, understood)),
                uri,
                version,
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
        return switch (reading.read(payload, arrival(desk, received.getReceipt().getReceivedAt()))) {
            case Reading.Unreadable unreadable ->
                new Refused(Refusal.of(unreadable).of(received));
            case Reading.Understood(var understood) ->
                Refusal.ofContent(understood)
                        .<Outcome>map(refusal -> new Refused(refusal.of(received)))
                        .orElseGet(() -> new Ingested(
                                new ArticleIngested(received.getReceipt(), article(received, understood, desk)),
                                understood));
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
