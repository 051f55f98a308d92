package news.slugline.ingest.format;

/** What a format made of the bytes. */
public sealed interface Reading {

    /** The copy was read. Whether it is a story is for the caller to say. */
    record Understood(UnderstoodCopy copy) implements Reading {}

    /**
     * The copy cannot be read.
     *
     * @param reason a stable code
     * @param detail what is wrong with this piece
     * @param remedy what to do about it
     */
    record Unreadable(String reason, String detail, String remedy) implements Reading {}
}
