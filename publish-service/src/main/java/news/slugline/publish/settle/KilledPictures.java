package news.slugline.publish.settle;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Enrichment;
import news.slugline.event.Entity;
import news.slugline.event.Field;
import news.slugline.event.Mention;
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
        return killed.isEmpty() ? piece : without(piece, killed);
    }

    /** Mentions in the captions of those that stay move along with them; the others go, and with its last one an entity. */
    static ArticleEnriched without(ArticleEnriched piece, Set<String> killed) {
        List<Picture> all = piece.getArticle().getPictures();
        List<Integer> staying = IntStream.range(0, all.size())
                .filter(at -> !all.get(at).getSha256().map(killed::contains).orElse(false))
                .boxed()
                .toList();
        return ArticleEnriched.newBuilder(piece)
                .setArticle(Article.newBuilder(piece.getArticle())
                        .setPictures(staying.stream().map(all::get).toList())
                        .build())
                .setEnrichment(Enrichment.newBuilder(piece.getEnrichment())
                        .setEntities(piece.getEnrichment().getEntities().stream()
                                .map(entity -> Entity.newBuilder(entity)
                                        .setMentions(mentions(entity, staying))
                                        .build())
                                .filter(entity -> !entity.getMentions().isEmpty())
                                .toList())
                        .build())
                .build();
    }

    private static List<Mention> mentions(Entity entity, List<Integer> staying) {
        return entity.getMentions().stream()
                .filter(mention -> mention.getField() != Field.caption || staying.contains(mention.getPicture()))
                .map(mention -> mention.getField() == Field.caption
                        ? Mention.newBuilder(mention)
                                .setPicture(staying.indexOf(mention.getPicture()))
                                .build()
                        : mention)
                .toList();
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
