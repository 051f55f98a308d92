package news.slugline.ingest.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import news.slugline.event.Article;
import news.slugline.event.Picture;

/**
 * The SHA-256 of everything in an article that a reader can see or that decides whether he may.
 *
 * <p>Receipt, version and clock stay out: the same text handed in twice has the same hash.
 */
final class ContentHash {

    private final MessageDigest digest = sha256();

    private ContentHash() {}

    static String of(Article article) {
        var hash = new ContentHash();
        hash.add(article.getPubStatus().name());
        hash.add(Integer.toString(article.getUrgency()));
        hash.add(article.getHeadline());
        hash.add(article.getSubheadline());
        hash.add(article.getSlugline());
        hash.add(article.getByline());
        hash.add(article.getAuthors());
        hash.add(article.getLocated());
        hash.add(article.getBody());
        hash.add(article.getSection());
        hash.add(article.getLanguage());
        article.getPictures().forEach(hash::add);
        hash.add(article.getSubjects());
        hash.add(article.getEmbargoedUntil().map(Object::toString));
        hash.add(article.getExpires().map(Object::toString));
        hash.add(article.getCopyrightHolder());
        hash.add(article.getUsageTerms());
        hash.add(article.getSource());
        hash.add(article.getContentCreated().map(Object::toString));
        hash.add(article.getKeywords());
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private void add(Picture picture) {
        add(picture.getSha256());
        add(picture.getCaption());
        add(picture.getCredit());
        add(picture.getAltText());
        add(picture.getHref());
        add(picture.getHeadline());
        add(picture.getCreator());
        add(picture.getDateCreated());
        add(picture.getLocated());
        add(picture.getKeywords());
        add(picture.getCopyrightNotice());
        add(picture.getUsageTerms());
    }

    private void add(List<String> values) {
        digest.update(length(values.size()));
        values.forEach(this::add);
    }

    private void add(Optional<String> value) {
        value.ifPresentOrElse(this::add, () -> digest.update(length(-1)));
    }

    /** Each value is preceded by its length, so that no two sequences of values look alike. */
    private void add(String value) {
        byte[] bytes = value.getBytes(UTF_8);
        digest.update(length(bytes.length));
        digest.update(bytes);
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
