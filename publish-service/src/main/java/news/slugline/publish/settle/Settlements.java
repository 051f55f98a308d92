package news.slugline.publish.settle;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Settlement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each receipt ended: written once, except that what is held may end otherwise later. */
@Repository
class Settlements {

    private final JdbcClient jdbc;

    Settlements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean contains(String receiptId) {
        return jdbc.sql("select exists (select from settlement where receipt_id = :id)")
                .param("id", receiptId)
                .query(Boolean.class)
                .single();
    }

    /** Returns false, and changes nothing, where the receipt has ended already. */
    boolean settle(ArticleEnriched piece, Settlement settlement, Optional<String> reason, Instant now) {
        var receipt = piece.getReceipt();
        return jdbc.sql("""
                        insert into settlement (receipt_id, desk, uri, version, settlement, reason, received_at, settled_at)
                        values (:id, :desk, :uri, :version, :settlement, :reason, :receivedAt, :now)
                        on conflict (receipt_id) do update set settlement = excluded.settlement,
                            reason = excluded.reason, settled_at = excluded.settled_at
                        where settlement.settlement = 'held' and excluded.settlement <> 'held'
                        """)
                        .param("id", receipt.getId())
                        .param("desk", receipt.getDesk())
                        .param("uri", piece.getArticle().getUri())
                        .param("version", piece.getArticle().getVersion())
                        .param("settlement", settlement.name())
                        .param("reason", reason.orElse(null))
                        .param("receivedAt", receipt.getReceivedAt().atOffset(UTC))
                        .param("now", now.atOffset(UTC))
                        .update()
                > 0;
    }
}
