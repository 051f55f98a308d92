package news.slugline.monitor;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import news.slugline.event.Settlement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every receipt and how it ended, and every dead letter.
 *
 * <p>Events come in any order and more than once; every method leaves a later state alone.
 */
@Repository
class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void received(UUID id, String desk, Instant at) {
        jdbc.sql("insert into receipt (id, desk, received_at) values (?, ?, ?) on conflict (id) do nothing")
                .params(id, desk, Timestamp.from(at))
                .update();
    }

    /**
     * @param sequence position in the publication log; 0 for an end that the log does not know, which gives way to one
     *     that it knows
     */
    void settled(UUID id, String desk, Settlement settlement, Instant receivedAt, Instant settledAt, long sequence) {
        jdbc.sql("""
                        insert into receipt (id, desk, received_at, settlement, settled_at, sequence)
                        values (:id, :desk, :receivedAt, :settlement, :settledAt, :sequence)
                        on conflict (id) do update
                        set settlement = excluded.settlement, settled_at = excluded.settled_at,
                            sequence = excluded.sequence
                        where receipt.settlement is null or receipt.sequence < excluded.sequence
                        """)
                .param("id", id)
                .param("desk", desk)
                .param("receivedAt", Timestamp.from(receivedAt))
                .param("settlement", settlement.name())
                .param("settledAt", Timestamp.from(settledAt))
                .param("sequence", sequence)
                .update();
    }

    void deadLettered(DeadLetter letter) {
        jdbc.sql("""
                        insert into dead_letter
                            (topic, partition, record_offset, record_key, transaction_id, desk, reason, at)
                        values (:topic, :partition, :offset, :key, :transactionId, :desk, :reason, :at)
                        on conflict do nothing
                        """)
                .param("topic", letter.topic())
                .param("partition", letter.partition())
                .param("offset", letter.offset())
                .param("key", letter.key())
                .param("transactionId", letter.transactionId())
                .param("desk", letter.desk())
                .param("reason", letter.reason())
                .param("at", Timestamp.from(letter.at()))
                .update();
    }

    /** One row a desk, by name. */
    List<Balance> balances() {
        return jdbc.sql("""
                        select desk,
                               count(*) as received,
                               count(*) filter (where settlement = 'published') as published,
                               count(*) filter (where settlement = 'held') as held,
                               count(*) filter (where settlement = 'superseded') as superseded,
                               count(*) filter (where settlement = 'duplicate') as duplicate,
                               count(*) filter (where settlement = 'killed') as killed,
                               count(*) filter (where settlement = 'rejected') as rejected,
                               count(*) filter (where settlement = 'failed') as failed,
                               count(*) filter (where settlement is null) as in_flight
                        from receipt group by desk order by desk
                        """).query(Balance.class).list();
    }

    /** The newest first, at most a hundred. */
    List<DeadLetter> deadLetters() {
        return jdbc.sql("""
                        select topic, partition, record_offset as offset, record_key as key, transaction_id, desk, reason, at
                        from dead_letter order by at desc limit 100
                        """).query(DeadLetter.class).list();
    }
}
