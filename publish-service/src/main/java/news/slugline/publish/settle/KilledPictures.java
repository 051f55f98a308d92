package news.slugline.publish.settle;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Picture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The pictures that no story may show again, and those whose files are to go from the media store.
 *
 * <p>A picture is killed with the piece that is nothing but that picture and its caption. The pictures of any killed story
 * go from the store, unless another story has them.
 */
@Repository
class KilledPictures {

    private final JdbcClient jdbc;

    KilledPictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the pictures of an article that is being killed. */
    void killed(Article article, Instant now) {
        for (Picture picture : article.getPictures()) {
            picture.getSha256().ifPresent(sha256 -> {
                if (isPictureAlone(article)) {
                    add("killed_picture", sha256, now);
                }
                add("picture_removal", sha256, now);
            });
        }
    }

    private static boolean isPictureAlone(Article article) {
        return article.getPictures().size() == 1
                && article.getPictures()
                        .getFirst()
                        .getCaption()
                        .map(caption -> words(caption).equals(words(article.getBody())))
                        .orElse(article.getBody().isBlank());
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private void add(String table, String sha256, Instant now) {
        jdbc.sql("insert into " + table + " values (:sha256, :now) on conflict do nothing")
                .param("sha256", sha256)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The piece without those of its pictures that were killed. */
    ArticleEnriched without(ArticleEnriched piece) {
        Set<String> shown = piece.getArticle().getPictures().stream()
                .flatMap(picture -> picture.getSha256().stream())
                .collect(Collectors.toSet());
        Set<String> killed = shown.isEmpty()
                ? Set.of()
                : jdbc.sql("select sha256 from killed_picture where sha256 in (:shown)")
                        .param("shown", shown)
                        .query(String.class)
                        .set();
        return killed.isEmpty()
                ? piece
                : ArticleEnriched.newBuilder(piece)
                        .setArticle(Article.newBuilder(piece.getArticle())
                                .setPictures(piece.getArticle().getPictures().stream()
                                        .filter(picture -> !picture.getSha256()
                                                .map(killed::contains)
                                                .orElse(false))
                                        .toList())
                                .build())
                        .build();
    }

    /** The uris of visible stories that show a killed picture. */
    List<String> shownBy() {
        return jdbc.sql("""
                select distinct uri from killed_picture join story_picture using (sha256) join story using (uri)
                where status = 'visible'
                """).query(String.class).list();
    }

    /** The pictures to be removed that no story has, seen or held. */
    List<String> removable(int limit) {
        return jdbc.sql("""
                select sha256 from picture_removal
                where not exists (select from held_picture where held_picture.sha256 = picture_removal.sha256)
                and (not exists (select from story_picture where story_picture.sha256 = picture_removal.sha256)
                    or exists (select from killed_picture where killed_picture.sha256 = picture_removal.sha256))
                limit :limit
                """).param("limit", limit).query(String.class).list();
    }

    /** The files of the picture have gone. */
    void removed(String sha256) {
        jdbc.sql("delete from picture_removal where sha256 = :sha256")
                .param("sha256", sha256)
                .update();
    }
}
