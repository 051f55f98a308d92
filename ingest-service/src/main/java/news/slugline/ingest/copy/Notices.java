package news.slugline.ingest.copy;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import news.slugline.event.CopyReceived;
import news.slugline.ingest.format.Payload;
import news.slugline.ingest.format.UnderstoodCopy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices that name no story for certain, until a person at their desk decides. */
@Repository
class Notices {

    private static final int SHOWN = 2_000;

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Safe to be called again for the same piece: a decision stays. */
    void add(CopyReceived received, UnderstoodCopy understood) {
        var article = understood.article();
        jdbc.sql("""
                        insert into notice (receipt_id, desk, notice_order, headline, text, names, content_type,
                            file_name, content, received_at)
                        values (:id, :desk, :order, :headline, :text, :names, :contentType, :fileName, :content,
                            :receivedAt)
                        on conflict (receipt_id) do nothing
                        """)
                .param("id", UUID.fromString(received.getReceipt().getId()))
                .param("desk", received.getReceipt().getDesk())
                .param("order", understood.notice().order().name())
                .param("headline", text(article.getHeadline()))
                .param("text", text(article.getBody()))
                .param(
                        "names",
                        Binding.names(understood).stream().map(Notices::text).toArray(String[]::new))
                .param("contentType", received.getContentType().orElse(null))
                .param("fileName", received.getFileName().orElse(null))
                .param("content", bytes(received.getContent()))
                .param("receivedAt", Timestamp.from(received.getReceipt().getReceivedAt()))
                .update();
    }

    List<Undecided> undecided(String desk) {
        return jdbc.sql("select * from notice where desk = ? and decided_at is null order by received_at limit 200")
                .param(desk)
                .query(Notices::undecided)
                .list();
    }

    Optional<Undecided> find(UUID receiptId, String desk) {
        return jdbc.sql("select * from notice where receipt_id = ? and desk = ? and decided_at is null")
                .params(receiptId, desk)
                .query(Notices::undecided)
                .optional();
    }

    void decided(UUID receiptId, @Nullable String uri, @Nullable UUID decisionReceiptId, Instant now) {
        jdbc.sql("""
                        update notice set decided_at = :now, decided_uri = :uri, decision_receipt_id = :decision
                        where receipt_id = :id and decided_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("uri", uri)
                .param("decision", decisionReceiptId)
                .param("id", receiptId)
                .update();
    }

    /**
     * A notice that waits.
     *
     * @param names by which it may mean an article
     */
    record Undecided(
            UUID receiptId,
            String order,
            String headline,
            String text,
            List<String> names,
            Payload payload,
            Instant receivedAt) {}

    private static Undecided undecided(ResultSet row, int number) throws SQLException {
        return new Undecided(
                row.getObject("receipt_id", UUID.class),
                row.getString("notice_order"),
                row.getString("headline"),
                row.getString("text"),
                Arrays.asList((String[]) row.getArray("names").getArray()),
                new Payload(row.getBytes("content"), row.getString("content_type"), row.getString("file_name")),
                row.getTimestamp("received_at").toInstant());
    }

    private static byte[] bytes(ByteBuffer content) {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }

    /** The database takes no NUL; a page shows no novel. */
    private static String text(String value) {
        String clean = value.replace("\0", "");
        return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN);
    }
}
