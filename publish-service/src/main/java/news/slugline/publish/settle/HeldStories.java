package news.slugline.publish.settle;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.slugline.event.ArticleEnriched;
import news.slugline.publish.story.StoredEvents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest piece of each uri that must not be seen yet. Nothing that serves readers may ask here. */
@Repository
class HeldStories {

    private final JdbcClient jdbc;
    private final StoredEvents events;

    HeldStories(JdbcClient jdbc, StoredEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    Optional<ArticleEnriched> find(String uri) {
        return jdbc.sql("select article from held where uri = :uri")
                .param("uri", uri)
                .query(this::article)
                .optional();
    }

    /** Keeps a piece in place of the one that waited on its uri. An empty instant withholds it until further notice. */
    void put(ArticleEnriched piece, Optional<Instant> releaseAt) {
        jdbc.sql("""
                insert into held (uri, version, receipt_id, release_at, article)
                values (:uri, :version, :receiptId, :releaseAt, :article)
                on conflict (uri) do update set version = excluded.version, receipt_id = excluded.receipt_id,
                    release_at = excluded.release_at, article = excluded.article
                """)
                .param("uri", piece.getArticle().getUri())
                .param("version", piece.getArticle().getVersion())
                .param("receiptId", piece.getReceipt().getId())
                .param(
                        "releaseAt",
                        releaseAt.map(instant -> instant.atOffset(UTC)).orElse(null))
                .param("article", events.encode(piece))
                .update();
        jdbc.sql("delete from held_picture where uri = :uri")
                .param("uri", piece.getArticle().getUri())
                .update();
        piece.getArticle().getPictures().stream()
                .flatMap(picture -> picture.getSha256().stream())
                .forEach(sha256 -> jdbc.sql("insert into held_picture values (:uri, :sha256) on conflict do nothing")
                        .param("uri", piece.getArticle().getUri())
                        .param("sha256", sha256)
                        .update());
    }

    /** Ends the wait of the piece on this uri, and returns it. */
    Optional<ArticleEnriched> remove(String uri) {
        return jdbc.sql("delete from held where uri = :uri returning article")
                .param("uri", uri)
                .query(this::article)
                .optional();
    }

    /** The uris whose instant has come, the longest overdue first. */
    List<String> due(Instant now, int limit) {
        return jdbc.sql("select uri from held where release_at <= :now order by release_at limit :limit")
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Ends the wait of the piece on this uri if its instant has come and nobody else is releasing it now. */
    Optional<ArticleEnriched> takeDue(String uri, Instant now) {
        return jdbc.sql("""
                delete from held where uri in (
                    select uri from held where uri = :uri and release_at <= :now for update skip locked)
                returning article
                """)
                .param("uri", uri)
                .param("now", now.atOffset(UTC))
                .query(this::article)
                .optional();
    }

    private ArticleEnriched article(ResultSet row, int number) throws SQLException {
        return events.decode(row.getBytes("article"), ArticleEnriched.class);
    }
}
