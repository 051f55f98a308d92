package news.slugline.ingest.door;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * What was answered to requests with an {@code Idempotency-Key} (IETF draft-ietf-httpapi-idempotency-key-header), for a
 * day.
 *
 * <p>A key without an answer belongs to a request that is under way or was cut off: sent again, it gets the same receipt,
 * so that both are one piece.
 */
@Repository
class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a key stands for: from now on, or since it was first used. */
    Claim claim(String desk, String key, String fingerprint, UUID receiptId, Instant receivedAt) {
        jdbc.sql("""
                        insert into idempotency_key (desk, key, fingerprint, receipt_id, received_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (desk, key) do nothing
                        """)
                .params(desk, key, fingerprint, receiptId, Timestamp.from(receivedAt))
                .update();
        return jdbc.sql("select * from idempotency_key where desk = ? and key = ?")
                .params(desk, key)
                .query((row, _) -> {
                    String body = row.getString("body");
                    return new Claim(
                            row.getObject("receipt_id", UUID.class),
                            row.getTimestamp("received_at").toInstant(),
                            row.getString("fingerprint").equals(fingerprint),
                            body == null
                                    ? Optional.empty()
                                    : Optional.of(new StoredAnswer(row.getInt("status"), body)));
                })
                .single();
    }

    void answered(String desk, String key, int status, String body) {
        jdbc.sql("update idempotency_key set status = ?, body = ? where desk = ? and key = ?")
                .params(status, body, desk, key)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("delete from idempotency_key where received_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    /**
     * What a key stands for.
     *
     * @param isSameRequest whether the request is the one that the key was first used for
     */
    record Claim(UUID receiptId, Instant receivedAt, boolean isSameRequest, Optional<StoredAnswer> answer) {}

    /** An answer as it was given. */
    record StoredAnswer(int status, String body) {}
}
