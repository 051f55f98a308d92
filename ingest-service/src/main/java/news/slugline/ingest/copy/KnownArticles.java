package news.slugline.ingest.copy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.slugline.event.ArticleIngested;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The names of the articles that each desk handed in, so that a notice finds the one it means.
 *
 * <p>A projection of the journal: reading it again from the start rebuilds it.
 */
@Repository
class KnownArticles {

    /** Notices come within days; a slugline is used again after that. */
    private static final Duration MEMORY = Duration.ofDays(14);

    private final JdbcClient jdbc;

    KnownArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An article's latest names count. */
    void remember(ArticleIngested event, String sluglineKey) {
        var article = event.getArticle();
        jdbc.sql("""
                        insert into known_article (uri, desk, provider_id, slugline_key, headline, received_at)
                        values (:uri, :desk, :providerId, :slugline, :headline, :receivedAt)
                        on conflict (uri) do update
                        set provider_id = excluded.provider_id, slugline_key = excluded.slugline_key,
                            headline = excluded.headline, received_at = excluded.received_at
                        where known_article.received_at <= excluded.received_at
                        """)
                .param("uri", article.getUri())
                .param("desk", event.getReceipt().getDesk())
                .param(
                        "providerId",
                        article.getProviderId().map(KnownArticles::text).orElse(null))
                .param("slugline", text(sluglineKey))
                .param("headline", text(article.getHeadline()))
                .param("receivedAt", Timestamp.from(event.getReceipt().getReceivedAt()))
                .update();
    }

    /** The desk's articles that go by one of these names, newest first. */
    List<KnownArticle> named(String desk, List<String> names, Instant now) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> lowered =
                names.stream().map(name -> text(name).toLowerCase(Locale.ROOT)).toList();
        return jdbc.sql("""
                        select uri, provider_id, slugline_key, headline, received_at
                        from known_article
                        where desk = :desk and received_at > :since
                            and (lower(uri) in (:names) or lower(provider_id) in (:names)
                                or slugline_key in (:names) or lower(headline) in (:names))
                        order by received_at desc
                        limit 20
                        """)
                .param("desk", desk)
                .param("since", Timestamp.from(now.minus(MEMORY)))
                .param("names", lowered)
                .query((row, _) -> new KnownArticle(
                        row.getString("uri"),
                        Optional.ofNullable(row.getString("provider_id")),
                        row.getString("slugline_key"),
                        row.getString("headline"),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    /** The database takes no NUL, and an index no long key. */
    private static String text(String value) {
        String clean = value.replace("\0", "");
        return clean.length() <= 512 ? clean : clean.substring(0, 512);
    }
}
