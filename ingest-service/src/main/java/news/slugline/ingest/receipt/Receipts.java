package news.slugline.ingest.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import news.slugline.event.CopyRejected;
import news.slugline.event.CopySettled;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The state of every receipt, projected from the topics.
 *
 * <p>Events come in any order and more than once, because they come from several topics: every method leaves a later
 * state alone.
 */
@Repository
class Receipts {

    /** The headline is the article's latest, as far as it was understood. */
    private static final String SELECT = """
            select receipt.*, known_article.headline
            from receipt left join known_article on known_article.uri = receipt.uri
            """;

    private final JdbcClient jdbc;

    Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void received(UUID id, String desk, String uri, long version, Instant receivedAt) {
        jdbc.sql("""
                        insert into receipt (id, desk, uri, version, status, received_at)
                        values (?, ?, ?, ?, 'received', ?)
                        on conflict (id) do nothing
                        """).params(id, desk, uri, version, Timestamp.from(receivedAt)).update();
    }

    void rejected(CopyRejected event) {
        jdbc.sql("""
                        insert into receipt (id, desk, status, reason, remedy, received_at, settled_at)
                        values (:id, :desk, 'rejected', :reason, :remedy, :receivedAt, :receivedAt)
                        on conflict (id) do update
                        set status = 'rejected', reason = excluded.reason, remedy = excluded.remedy,
                            settled_at = excluded.settled_at
                        where receipt.sequence = 0
                        """)
                .param("id", UUID.fromString(event.getReceipt().getId()))
                .param("desk", event.getReceipt().getDesk())
                .param("reason", event.getDetail().replace("\0", ""))
                .param("remedy", event.getRemedy())
                .param("receivedAt", Timestamp.from(event.getReceipt().getReceivedAt()))
                .update();
    }

    void settled(CopySettled event) {
        jdbc.sql("""
                        insert into receipt
                            (id, desk, uri, version, status, url, reason, received_at, settled_at, sequence)
                        values (:id, :desk, :uri, :version, :status, :url, :reason, :receivedAt, :settledAt, :sequence)
                        on conflict (id) do update
                        set status = excluded.status, url = excluded.url, reason = excluded.reason, remedy = null,
                            settled_at = excluded.settled_at, sequence = excluded.sequence
                        where receipt.sequence < excluded.sequence
                        """)
                .param("id", UUID.fromString(event.getReceiptId()))
                .param("desk", event.getDesk())
                .param("uri", event.getUri())
                .param("version", event.getVersion())
                .param("status", event.getSettlement().name())
                .param("url", event.getUrl().orElse(null))
                .param("reason", event.getReason().orElse(null))
                .param("receivedAt", Timestamp.from(event.getReceivedAt()))
                .param("settledAt", Timestamp.from(event.getSettledAt()))
                .param("sequence", event.getSequence())
                .update();
    }

    /** A dead letter: failed, until it is driven again and settles. */
    void failed(UUID id, String desk, String uri, String reason, Instant at) {
        jdbc.sql("""
                        insert into receipt (id, desk, uri, status, reason, remedy, received_at, settled_at)
                        values (:id, :desk, :uri, 'failed', :reason, :remedy, :at, :at)
                        on conflict (id) do update
                        set status = 'failed', reason = excluded.reason, remedy = excluded.remedy,
                            settled_at = excluded.settled_at
                        where receipt.status = 'received'
                        """)
                .param("id", id)
                .param("desk", desk)
                .param("uri", uri)
                .param("reason", reason)
                .param(
                        "remedy",
                        "Nothing is lost: the ops team holds the piece as a dead letter and can drive it again.")
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The state of a receipt of that desk; another desk's receipt is as good as unknown. */
    Optional<ReceiptState> find(UUID id, String desk) {
        return jdbc.sql(SELECT + " where receipt.id = ? and receipt.desk = ?")
                .params(id, desk)
                .query(Receipts::state)
                .optional();
    }

    /** The desk's receipts from that instant on, newest first. */
    List<ReceiptState> since(String desk, Instant since, int limit) {
        return jdbc.sql(SELECT + """
                         where receipt.desk = ? and receipt.received_at >= ?
                        order by receipt.received_at desc, receipt.id desc limit ?
                        """)
                .params(desk, Timestamp.from(since), limit)
                .query(Receipts::state)
                .list();
    }

    /** When each desk last handed anything in. */
    Map<String, Instant> lastReceived() {
        var last = new HashMap<String, Instant>();
        jdbc.sql("select desk, max(received_at) as last from receipt group by desk")
                .query(row -> {
                    last.put(row.getString("desk"), row.getTimestamp("last").toInstant());
                });
        return last;
    }

    private static ReceiptState state(ResultSet row, int number) throws SQLException {
        return new ReceiptState(
                row.getString("id"),
                row.getString("uri"),
                row.getObject("version", Long.class),
                row.getString("headline"),
                row.getString("status"),
                row.getString("url"),
                row.getString("reason"),
                row.getString("remedy"),
                row.getTimestamp("received_at").toInstant(),
                instant(row.getTimestamp("settled_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
