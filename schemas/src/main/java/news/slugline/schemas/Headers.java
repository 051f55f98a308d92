package news.slugline.schemas;

/** Names of the Kafka record headers that Slugline's services set, all UTF-8 text. */
public final class Headers {

    /** The receipt id, which is the transaction id of the piece from the door to the page. */
    public static final String TRANSACTION_ID = "slugline-transaction-id";

    /** The lane of the piece: {@code routine} or {@code flash}. */
    public static final String LANE = "slugline-lane";

    /** The desk that handed the copy in. */
    public static final String DESK = "slugline-desk";

    /** The version of the article, in decimal digits. */
    public static final String VERSION = "slugline-version";

    private Headers() {}
}
