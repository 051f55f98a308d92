package news.slugline.publish.log;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import news.slugline.publish.story.StoredEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that is told to others, numbered without gaps in the order in which it became true.
 *
 * <p>Append last in a transaction: from there to the commit all other publications wait, and that is what makes
 * sequences commit in order.
 */
@Repository
public class PublicationLog {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationLog.class);

    private final JdbcClient jdbc;
    private final StoredEvents events;
    private final TraceParent traceParent;

    PublicationLog(JdbcClient jdbc, StoredEvents events, TraceParent traceParent) {
        this.jdbc = jdbc;
        this.events = events;
        this.traceParent = traceParent;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<LogEntry> entries, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        long sequence = reserve(entries.size()) - entries.size();
        for (LogEntry entry : entries) {
            sequence++;
            insert(sequence, entry, now);
        }
    }

    /** Sees to it that sequences go on above this one, where the database knows less than the topics hold. */
    void neverBelow(long sequence) {
        int advanced = jdbc.sql("update publication_head set sequence = :sequence where sequence < :sequence")
                .param("sequence", sequence)
                .update();
        if (advanced > 0) {
            LOG.warn("the topics hold more than this database has logged: sequences go on after {}", sequence);
        }
    }

    /** Takes the next sequences, and with them the counter's row lock; returns the last of them. */
    private long reserve(int count) {
        return jdbc.sql("update publication_head set sequence = sequence + :count returning sequence")
                .param("count", count)
                .query(Long.class)
                .single();
    }

    private void insert(long sequence, LogEntry entry, Instant now) {
        jdbc.sql("""
                insert into publication_log
                    (sequence, topic, key, receipt_id, desk, trace_parent, payload, created_at)
                values (:sequence, :topic, :key, :receiptId, :desk, :traceParent, :payload, :now)
                """)
                .param("sequence", sequence)
                .param("topic", entry.topic().topicName())
                .param("key", entry.key())
                .param("receiptId", entry.receipt().getId())
                .param("desk", entry.receipt().getDesk())
                .param("traceParent", traceParent.current().orElse(null))
                .param("payload", events.encode(entry.event().apply(sequence)))
                .param("now", now.atOffset(UTC))
                .update();
    }
}
