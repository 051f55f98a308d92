package news.slugline.publish;

import java.util.List;
import news.slugline.event.CopySettled;
import news.slugline.event.StoryPublished;
import news.slugline.publish.story.StoredEvents;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads in the publication log what others are told. */
public final class Told {

    private final JdbcClient jdbc;
    private final StoredEvents events;

    public Told(JdbcClient jdbc, StoredEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Changes such as {@code story published} and settlements such as {@code copy held}, in order. */
    public List<String> about(String uri) {
        return jdbc.sql("select topic, payload from publication_log where key = ? order by sequence")
                .param(uri)
                .query((row, _) -> row.getString("topic").equals("story.published")
                        ? "story "
                                + events.decode(row.getBytes("payload"), StoryPublished.class)
                                        .getChange()
                        : "copy "
                                + events.decode(row.getBytes("payload"), CopySettled.class)
                                        .getSettlement())
                .list();
    }

    public List<StoryPublished> changes(String uri) {
        return jdbc.sql(
                        "select payload from publication_log where key = ? and topic = 'story.published' order by sequence")
                .param(uri)
                .query((row, _) -> events.decode(row.getBytes("payload"), StoryPublished.class))
                .list();
    }

    public List<CopySettled> settlements(String uri) {
        return jdbc.sql(
                        "select payload from publication_log where key = ? and topic = 'copy.settled' order by sequence")
                .param(uri)
                .query((row, _) -> events.decode(row.getBytes("payload"), CopySettled.class))
                .list();
    }

    public long head() {
        return jdbc.sql("select sequence from publication_head")
                .query(Long.class)
                .single();
    }
}
