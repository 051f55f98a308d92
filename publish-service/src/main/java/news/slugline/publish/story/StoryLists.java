package news.slugline.publish.story;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Lists of visible stories, the newest first. */
@Repository
public class StoryLists {

    private static final String ORDER = """

            order by first_published_at desc, uri limit :limit offset :offset
            """;

    private final JdbcClient jdbc;
    private final StoredEvents events;

    StoryLists(JdbcClient jdbc, StoredEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    public List<Story> find(Listing listing, int limit, int offset) {
        return select(listing)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> StoryRow.of(row, events).visible())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private StatementSpec select(Listing listing) {
        return switch (listing) {
            case Listing.Front() -> jdbc.sql("select * from story where status = 'visible'" + ORDER);
            case Listing.Section(var slug) ->
                jdbc.sql("select * from story where status = 'visible' and section_slug = :slug" + ORDER)
                        .param("slug", slug);
            case Listing.Tagged(var slug) -> jdbc.sql("""
                        select story.* from story join story_tag using (uri)
                        where status = 'visible' and story_tag.slug = :slug""" + ORDER).param("slug", slug);
            case Listing.About(var type, var slug) ->
                jdbc.sql("""
                        select story.* from story join story_entity using (uri)
                        where status = 'visible' and story_entity.type = :type and story_entity.slug = :slug""" + ORDER).param("type", type).param("slug", slug);
        };
    }

    /** The sections that have stories, by the desks' own words for them. */
    public List<String> sections() {
        return jdbc.sql("""
                select max(section) as section from story where status = 'visible' and section_slug is not null
                group by section_slug order by section_slug
                """).query(String.class).list();
    }

    /** When any list last changed, removals included; the epoch while nothing has been published. */
    public Instant changedAt() {
        return jdbc.sql("select max(updated_at) from story")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** Whether a picture belongs to a story that readers may see. */
    public boolean showsPicture(String sha256) {
        return jdbc.sql("""
                select exists (select from story_picture join story using (uri)
                    where sha256 = :sha256 and status = 'visible')
                """).param("sha256", sha256).query(Boolean.class).single();
    }
}
