package news.slugline.enrich.related;

import java.time.Instant;
import news.slugline.event.Article;
import news.slugline.event.Receipt;

/**
 * What is remembered of a story.
 *
 * @param hasId whether the desk or the provider gave it an id; without one its uri is made of its text
 * @param visibleFrom the end of its embargo, else the time of its receipt
 * @param terms hashes of what it is about: names, keyphrases, words of the headline; none twice
 * @param point where its words lie, each dimension from -127 to 127
 */
record Seen(
        String uri,
        long version,
        String headline,
        String desk,
        boolean hasId,
        Instant receivedAt,
        Instant visibleFrom,
        Fingerprint fingerprint,
        int[] terms,
        byte[] point) {

    static final int MOST_TERMS = 16;

    /** The uri of a piece that has neither an id nor a slugline begins so, with the desk between. */
    private static final String UNDER_DESK = "urn:slugline:";

    private static final String BY_TEXT = ":sha256:";

    static Seen of(Receipt receipt, Article article, Fingerprint fingerprint, int[] terms, byte[] point) {
        return new Seen(
                article.getUri(),
                article.getVersion(),
                article.getHeadline(),
                receipt.getDesk(),
                article.getProviderId().isPresent()
                        || !article.getUri().startsWith(UNDER_DESK + receipt.getDesk() + BY_TEXT),
                receipt.getReceivedAt(),
                article.getEmbargoedUntil().orElse(receipt.getReceivedAt()),
                fingerprint,
                terms,
                point);
    }

    /** How close the words of two stories lie: 1 the same, 0 nothing in common. */
    double closeness(Seen other) {
        int product = 0;
        int square = 0;
        int otherSquare = 0;
        for (int i = 0; i < point.length; i++) {
            product += point[i] * other.point[i];
            square += point[i] * point[i];
            otherSquare += other.point[i] * other.point[i];
        }
        return square == 0 || otherSquare == 0
                ? 0
                : Math.max(0, product / (Math.sqrt(square) * Math.sqrt(otherSquare)));
    }
}
