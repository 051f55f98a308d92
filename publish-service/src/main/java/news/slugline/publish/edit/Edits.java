package news.slugline.publish.edit;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import news.slugline.event.EnrichmentEdited;
import news.slugline.publish.story.StoredEvents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest decision of editors about each tag and entity of each story. They outlive every version of it. */
@Repository
public class Edits {

    private final JdbcClient jdbc;
    private final StoredEvents events;

    Edits(JdbcClient jdbc, StoredEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Keeps a decision; returns false where a later one about the same is known. */
    public boolean keep(EnrichmentEdited edit) {
        return jdbc.sql("""
                insert into edit (uri, id, decided_at, event) values (:uri, :id, :decidedAt, :event)
                on conflict (uri, id) do update set decided_at = excluded.decided_at, event = excluded.event
                where edit.decided_at <= excluded.decided_at
                """)
                        .param("uri", edit.getUri())
                        .param("id", edit.getId())
                        .param("decidedAt", edit.getDecidedAt().atOffset(UTC))
                        .param("event", events.encode(edit))
                        .update()
                > 0;
    }

    /** In the order in which they were decided. */
    public List<EnrichmentEdited> of(String uri) {
        return jdbc.sql("select event from edit where uri = :uri order by decided_at, id")
                .param("uri", uri)
                .query((row, _) -> events.decode(row.getBytes("event"), EnrichmentEdited.class))
                .list();
    }
}
