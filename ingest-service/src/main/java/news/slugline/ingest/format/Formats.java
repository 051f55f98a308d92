package news.slugline.ingest.format;

import java.util.List;

/**
 * Reads copy in every format that is known, chosen by content first and by declared type second.
 *
 * <p>A pure function: the same bytes give the same reading, and nothing is thrown.
 */
public final class Formats {

    /** Asked in this order; the last one recognises everything. */
    private final List<Format> formats = List.of(
            new MultipartReader(this::read),
            new MailReader(this::read),
            new PictureReader(),
            new TelegraphReader(),
            new ForeignFormat(),
            new NewsMlG2Reader(),
            new NewsMl12Reader(),
            new NitfReader(),
            new FeedReader(),
            new NdjsonReader(),
            new JsonFeedReader(),
            new ApJsonReader(),
            new NinjsReader(),
            new HtmlReader(),
            new PlainTextReader());

    /** The pieces of a collection, each for {@link #read}; a single piece is the only one. */
    public List<Payload> pieces(Payload payload) {
        return of(payload).pieces(payload);
    }

    /** Reads a piece of copy; what cannot be read is {@link Reading.Unreadable}, never an exception. */
    public Reading read(Payload payload, Arrival arrival) {
        return switch (of(payload).read(payload, arrival)) {
            case Reading.Unreadable unreadable -> unreadable;
            case Reading.Understood(var copy) -> EmbargoWords.read(NoticeWords.read(copy), arrival);
        };
    }

    private Format of(Payload payload) {
        return formats.stream()
                .filter(format -> format.recognises(payload))
                .findFirst()
                .orElseThrow();
    }
}
