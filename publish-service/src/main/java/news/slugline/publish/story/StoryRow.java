package news.slugline.publish.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import news.slugline.event.ArticleEnriched;

/**
 * What the database keeps of a story that is or was to be seen.
 *
 * @param version the fence: the newest version that has had its effect
 * @param firstPublishedAt empty where a kill came before its story
 * @param receiptId the receipt that last changed the story
 * @param article as shown, or as it was before it was withdrawn; empty once killed
 * @param enriched the same as enrichment left it, before editors; empty once killed
 * @param joinedTo the uri of the story that has taken its place
 */
public record StoryRow(
        String id,
        String slug,
        Status status,
        long version,
        Optional<Instant> firstPublishedAt,
        Instant updatedAt,
        String receiptId,
        Optional<ArticleEnriched> article,
        Optional<ArticleEnriched> enriched,
        Optional<String> joinedTo) {

    /** Whether readers may see it; the names are those in the table. */
    public enum Status {
        visible,
        withdrawn,
        killed,
        /** Another story has taken its place. */
        joined
    }

    /** Empty unless readers may see it. */
    public Optional<Story> visible() {
        return status == Status.visible
                ? firstPublishedAt.flatMap(first -> article.map(shown -> new Story(id, slug, first, updatedAt, shown)))
                : Optional.empty();
    }

    static StoryRow of(ResultSet row, StoredEvents events) throws SQLException {
        var article = piece(row, "article", events);
        return new StoryRow(
                row.getString("id"),
                row.getString("slug"),
                Status.valueOf(row.getString("status")),
                row.getLong("version"),
                Optional.ofNullable(row.getObject("first_published_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getString("receipt_id"),
                article,
                piece(row, "enriched", events).or(() -> article),
                Optional.ofNullable(row.getString("joined_to")));
    }

    private static Optional<ArticleEnriched> piece(ResultSet row, String column, StoredEvents events)
            throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(bytes -> events.decode(bytes, ArticleEnriched.class));
    }
}
