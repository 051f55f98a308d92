package news.slugline.publish.log;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import news.slugline.event.CopySettled;
import news.slugline.event.StoryPublished;
import news.slugline.publish.story.StoredEvents;
import news.slugline.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The right to send the publication log, which one instance has at a time: an advisory lock on a connection of its own.
 *
 * <p>The log is read and the position written on that same connection, so that whoever has lost the lock gets no
 * further.
 */
final class RelayLeadership implements AutoCloseable {

    private static final long LOCK = 0x536C75676C696E65L;
    private static final String SOCKET_TIMEOUT_SECONDS = "30";

    private final Connection connection;
    private final StoredEvents events;
    private final JdbcClient jdbc;

    private RelayLeadership(Connection connection, StoredEvents events) {
        this.connection = connection;
        this.events = events;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** An entry of the log that waits to be sent. */
    record Unsent(
            long sequence,
            String topic,
            String key,
            String receiptId,
            String desk,
            Optional<String> traceParent,
            SpecificRecord event) {}

    /** Empty where another instance leads. */
    static Optional<RelayLeadership> take(JdbcConnectionDetails database, StoredEvents events) throws SQLException {
        var leadership = new RelayLeadership(connect(database), events);
        if (leadership.lock()) {
            return Optional.of(leadership);
        }
        leadership.close();
        return Optional.empty();
    }

    /** The next entries in sequence. */
    List<Unsent> next(int limit) {
        return jdbc.sql("""
                select sequence, topic, key, receipt_id, desk, trace_parent, payload from publication_log
                where sequence > (select sequence from relay_position) order by sequence limit :limit
                """).param("limit", limit).query(this::unsent).list();
    }

    private Unsent unsent(ResultSet row, int number) throws SQLException {
        String topic = row.getString("topic");
        var type = topic.equals(Topic.Names.STORY_PUBLISHED) ? StoryPublished.class : CopySettled.class;
        return new Unsent(
                row.getLong("sequence"),
                topic,
                row.getString("key"),
                row.getString("receipt_id"),
                row.getString("desk"),
                Optional.ofNullable(row.getString("trace_parent")),
                events.decode(row.getBytes("payload"), type));
    }

    /** Notes that everything up to this sequence has been acknowledged. */
    void moveTo(long sequence) {
        jdbc.sql("update relay_position set sequence = :sequence")
                .param("sequence", sequence)
                .update();
    }

    /** Ends the lock with its connection. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private boolean lock() {
        return jdbc.sql("select pg_try_advisory_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private static Connection connect(JdbcConnectionDetails database) throws SQLException {
        var properties = new Properties();
        Optional.ofNullable(database.getUsername()).ifPresent(user -> properties.setProperty("user", user));
        Optional.ofNullable(database.getPassword()).ifPresent(word -> properties.setProperty("password", word));
        // A host that has vanished must not be waited for for ever.
        properties.setProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }
}
