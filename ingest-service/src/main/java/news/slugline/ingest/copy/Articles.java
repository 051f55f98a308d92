package news.slugline.ingest.copy;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import news.slugline.event.Article;
import news.slugline.event.Lane;
import news.slugline.event.PubStatus;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.format.Notice.Order;
import news.slugline.ingest.format.UnderstoodCopy;

/** Makes the article event of what a format has read. */
final class Articles {

    private static final int LOWEST_FLASH_URGENCY = 2;

    private Articles() {}

    static Article of(UnderstoodCopy copy, Desk desk, String uri, long version, Instant versionCreated) {
        Article understood = copy.article();
        Article.Builder article = Article.newBuilder(understood)
                .setUri(uri)
                .setVersion(version)
                .setVersionCreated(versionCreated)
                .setSlugline(
                        understood.getSlugline().isBlank()
                                ? slugline(understood.getHeadline())
                                : understood.getSlugline())
                .setSection(understood.getSection().orElse(desk.section()))
                .setLanguage(understood.getLanguage().orElse(desk.language()))
                .setSource(understood.getSource().orElse(desk.source()));
        if (Identity.isNotice(uri)) {
            // it orders nothing until a person has said what it is about
            article.setPubStatus(PubStatus.withheld);
        }
        return article.setContentHash(ContentHash.of(article.build())).build();
    }

    /** The lane of an article: flash for urgency 1 and 2, and for every correction and kill. */
    static Lane lane(Article article, UnderstoodCopy copy) {
        boolean urgent = article.getUrgency() <= LOWEST_FLASH_URGENCY;
        return urgent || copy.notice().order() == Order.CORRECTION || article.getPubStatus() == PubStatus.canceled
                ? Lane.flash
                : Lane.routine;
    }

    /** A slugline for copy that carries none: its first words, as a wire desk would key them. */
    private static String slugline(String headline) {
        String words = Normalizer.normalize(headline, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]++", "-")
                .replaceAll("^-|-$", "");
        return words.codePoints()
                .limit(60)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
