package news.slugline.ingest.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The feeds and their items in the database. A feed is leased by moving its next look into the future. */
@Repository
class Feeds {

    private final JdbcClient jdbc;

    Feeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Feed> all() {
        return jdbc.sql("select * from feed order by desk, url")
                .query(Feeds::feed)
                .list();
    }

    Optional<Feed> find(UUID id) {
        return jdbc.sql("select * from feed where id = ?")
                .param(id)
                .query(Feeds::feed)
                .optional();
    }

    /** The feed's id; that of the one that is there already where the desk has it. */
    UUID add(UUID id, String desk, String url, int intervalSeconds, Instant now) {
        return jdbc.sql("""
                        insert into feed (id, desk, url, interval_seconds, next_at) values (?, ?, ?, ?, ?)
                        on conflict (desk, url) do update
                        set interval_seconds = excluded.interval_seconds, stopped = false, failures = 0, next_at = excluded.next_at
                        returning id
                        """)
                .params(id, desk, url, intervalSeconds, Timestamp.from(now))
                .query(UUID.class)
                .single();
    }

    boolean remove(UUID id) {
        return jdbc.sql("delete from feed where id = ?").param(id).update() == 1;
    }

    /** Feeds that are due, leased to the caller: no other instance gets them before that time. */
    List<Feed> lease(Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                        update feed set next_at = :until where id in (
                            select id from feed where not stopped and next_at <= :now
                            order by next_at limit :limit for update skip locked)
                        returning *
                        """)
                .param("until", Timestamp.from(now.plus(lease)))
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(Feeds::feed)
                .list();
    }

    void succeeded(
            Feed feed, String url, @Nullable String etag, @Nullable String lastModified, Instant nextAt, Instant now) {
        jdbc.sql("""
                        update feed set url = :url, etag = :etag, last_modified = :lastModified, next_at = :nextAt,
                            failures = 0, last_error = null, last_success_at = :now
                        where id = :id
                        """)
                .param("url", url)
                .param("etag", etag)
                .param("lastModified", lastModified)
                .param("nextAt", Timestamp.from(nextAt))
                .param("now", Timestamp.from(now))
                .param("id", feed.id())
                .update();
    }

    void failed(Feed feed, String error, Instant nextAt, boolean isStopped) {
        jdbc.sql("update feed set failures = failures + 1, last_error = ?, next_at = ?, stopped = ? where id = ?")
                .params(error.replace("\0", ""), Timestamp.from(nextAt), isStopped, feed.id())
                .update();
    }

    /** A subscription that was asked for, and is not confirmed yet. */
    void subscribing(Feed feed, String hub, String topic, String secret) {
        jdbc.sql("update feed set hub = ?, topic = ?, secret = ?, lease_until = null where id = ?")
                .params(hub, topic, secret, feed.id())
                .update();
    }

    void subscribed(Feed feed, Instant leaseUntil) {
        jdbc.sql("update feed set lease_until = ? where id = ?")
                .params(Timestamp.from(leaseUntil), feed.id())
                .update();
    }

    Optional<Known> item(UUID feed, String guid) {
        return jdbc.sql("select sha256, version from feed_item where feed = ? and guid = ?")
                .params(feed, guid)
                .query((row, _) -> new Known(row.getString("sha256"), row.getLong("version")))
                .optional();
    }

    void remember(UUID feed, String guid, String sha256, long version) {
        jdbc.sql("""
                        insert into feed_item (feed, guid, sha256, version) values (?, ?, ?, ?)
                        on conflict (feed, guid) do update set sha256 = excluded.sha256, version = excluded.version
                        """).params(feed, guid, sha256, version).update();
    }

    /** An item as it was handed in last. */
    record Known(String sha256, long version) {}

    private static Feed feed(ResultSet row, int number) throws SQLException {
        return new Feed(
                row.getObject("id", UUID.class),
                row.getString("desk"),
                row.getString("url"),
                row.getInt("interval_seconds"),
                row.getString("etag"),
                row.getString("last_modified"),
                row.getInt("failures"),
                row.getString("last_error"),
                instant(row.getTimestamp("last_success_at")),
                row.getTimestamp("next_at").toInstant(),
                row.getBoolean("stopped"),
                row.getString("hub"),
                row.getString("topic"),
                row.getString("secret"),
                instant(row.getTimestamp("lease_until")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
