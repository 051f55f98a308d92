package news.slugline.ingest.copy;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import news.slugline.event.Article;
import news.slugline.event.Lane;
import news.slugline.event.Picture;
import news.slugline.event.PubStatus;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.format.UnderstoodCopy;
import news.slugline.ingest.format.UnderstoodPicture;

/** Makes the article event of what a format has read. */
final class Articles {

    /** IPTC NewsCodes urgency of copy that names none: 5, "normal". */
    private static final int NORMAL_URGENCY = 5;

    private static final int LOWEST_FLASH_URGENCY = 2;

    private Articles() {}

    static Article of(UnderstoodCopy copy, Desk desk, String uri, long version, Instant versionCreated) {
        Article.Builder article = Article.newBuilder()
                .setUri(uri)
                .setVersion(version)
                .setVersionCreated(versionCreated)
                .setContentHash("")
                .setPubStatus(copy.pubStatus())
                .setUrgency(copy.urgency().orElse(NORMAL_URGENCY))
                .setHeadline(copy.headline())
                .setSubheadline(copy.subheadline().orElse(null))
                .setSlugline(copy.slugline().orElseGet(() -> slugline(copy.headline())))
                .setByline(copy.byline().orElse(null))
                .setAuthors(copy.authors())
                .setLocated(copy.located().orElse(null))
                .setBody(String.join("\n\n", copy.paragraphs()))
                .setSection(copy.section().orElse(desk.section()))
                .setLanguage(copy.language().orElse(desk.language()))
                .setPictures(copy.pictures().stream().map(Articles::picture).toList())
                .setSubjects(copy.subjects())
                .setEmbargoedUntil(copy.embargoedUntil().orElse(null))
                .setExpires(copy.expires().orElse(null))
                .setEdNote(copy.edNote().orElse(null))
                .setCopyrightHolder(copy.copyrightHolder().orElse(null))
                .setUsageTerms(copy.usageTerms().orElse(null));
        return article.setContentHash(ContentHash.of(article.build())).build();
    }

    /** The lane of an article: flash for urgency 1 and 2, and for every correction and kill. */
    static Lane lane(Article article, UnderstoodCopy copy) {
        boolean urgent = article.getUrgency() <= LOWEST_FLASH_URGENCY;
        return urgent || copy.correction() || article.getPubStatus() == PubStatus.canceled ? Lane.flash : Lane.routine;
    }

    private static Picture picture(UnderstoodPicture picture) {
        return new Picture(
                picture.content().map(ContentHash::of).orElse(null),
                picture.contentType().orElse(null),
                picture.content().map(ByteBuffer::wrap).orElse(null),
                picture.caption().orElse(null),
                picture.credit().orElse(null),
                picture.altText().orElse(null),
                List.of());
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
