package news.slugline.ingest.copy;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.slugline.event.ArticleIngested;
import news.slugline.event.CopyReceived;
import news.slugline.ingest.format.Payload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The articles that each desk handed in of late: their names, so that a notice finds the one it means, and their copy, so
 * that a person can correct it.
 *
 * <p>A projection of the journal: reading it again from the start rebuilds it.
 */
@Repository
class KnownArticles {

    /** Notices come within days; a slugline is used again after that. */
    private static final Duration MEMORY = Duration.ofDays(14);

    private final JdbcClient jdbc;

    private final Clock clock;

    KnownArticles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An article's latest names and copy count; an order without a text leaves them alone. */
    void remember(ArticleIngested event, CopyReceived received, String sluglineKey) {
        var article = event.getArticle();
        if (article.getBody().isBlank()) {
            return;
        }
        jdbc.sql("""
                        insert into known_article
                            (uri, desk, version, provider_id, slugline_key, headline, content, content_type, received_at)
                        values (:uri, :desk, :version, :providerId, :slugline, :headline, :content, :contentType, :receivedAt)
                        on conflict (uri) do update
                        set version = excluded.version, provider_id = excluded.provider_id, slugline_key = excluded.slugline_key,
                            headline = excluded.headline, content = excluded.content,
                            content_type = excluded.content_type, received_at = excluded.received_at
                        where known_article.received_at <= excluded.received_at
                        """)
                .param("uri", article.getUri())
                .param("desk", event.getReceipt().getDesk())
                .param("version", article.getVersion())
                .param(
                        "providerId",
                        article.getProviderId()
                                .map(Identity::unversioned)
                                .map(KnownArticles::text)
                                .orElse(null))
                .param("slugline", text(sluglineKey))
                .param("headline", text(article.getHeadline()))
                .param("content", bytes(received.getContent()))
                .param("contentType", received.getContentType().orElse(null))
                .param("receivedAt", Timestamp.from(event.getReceipt().getReceivedAt()))
                .update();
    }

    /** The latest copy of the desk's article, as it was handed in. */
    Optional<Payload> copy(String uri, String desk) {
        return jdbc.sql("select content, content_type from known_article where uri = ? and desk = ?")
                .params(uri, desk)
                .query((row, _) -> new Payload(row.getBytes("content"), row.getString("content_type"), null))
                .optional();
    }

    /** The newest version of the desk's article; empty where it is not known. */
    Optional<Long> version(String uri, String desk) {
        return jdbc.sql("select version from known_article where uri = ? and desk = ? and version > 0")
                .params(uri, desk)
                .query(Long.class)
                .optional();
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("delete from known_article where received_at < ?")
                .param(Timestamp.from(clock.instant().minus(MEMORY)))
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
                        select uri, version, provider_id, slugline_key, headline, received_at
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
                        row.getLong("version"),
                        Optional.ofNullable(row.getString("provider_id")),
                        row.getString("slugline_key"),
                        row.getString("headline"),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }

    /** The database takes no NUL, and an index no long key. */
    private static String text(String value) {
        String clean = value.replace("\0", "");
        return clean.length() <= 512 ? clean : clean.substring(0, 512);
    }
}
