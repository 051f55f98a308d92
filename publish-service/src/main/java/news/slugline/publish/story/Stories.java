package news.slugline.publish.story;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Picture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stories that are or were to be seen, one row an article uri.
 *
 * <p>Call {@link #lock} first in every transaction that writes: it puts all work on one uri in line, also while the uri
 * has no row yet.
 */
@Repository
public class Stories {

    private static final String SHOW = """
            insert into story (uri, id, slug, version, content_hash, status, section, section_slug, headline, urgency,
                language, received_at, receipt_id, first_published_at, updated_at, article, enriched,
                write_through_of)
            values (:uri, :id, :slug, :version, :hash, 'visible', :section, :sectionSlug, :headline, :urgency,
                :language, :receivedAt, :receiptId, :firstPublishedAt, :updatedAt, :article, :enriched,
                :writeThroughOf)
            on conflict (uri) do update set slug = excluded.slug, version = excluded.version,
                content_hash = excluded.content_hash, status = excluded.status, section = excluded.section,
                section_slug = excluded.section_slug, headline = excluded.headline, urgency = excluded.urgency,
                language = excluded.language, received_at = excluded.received_at, receipt_id = excluded.receipt_id,
                first_published_at = excluded.first_published_at, updated_at = excluded.updated_at,
                article = excluded.article, enriched = excluded.enriched, joined_to = null,
                write_through_of = excluded.write_through_of
            """;

    private final JdbcClient jdbc;
    private final StoredEvents events;

    Stories(JdbcClient jdbc, StoredEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Waits until no other transaction works on the uri, and keeps others out until this one ends. */
    public void lock(String uri) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:uri, 0))")
                .param("uri", uri)
                .query((row, _) -> row.getObject(1))
                .list();
    }

    public Optional<StoryRow> find(String uri) {
        return jdbc.sql("select * from story where uri = :uri")
                .param("uri", uri)
                .query((row, _) -> StoryRow.of(row, events))
                .optional();
    }

    public Optional<StoryRow> findById(String id) {
        return jdbc.sql("select * from story where id = :id")
                .param("id", id)
                .query((row, _) -> StoryRow.of(row, events))
                .optional();
    }

    /**
     * Makes the story visible as given, whatever was there.
     *
     * @param asEnriched the piece before editors and killed pictures
     */
    public void show(Story story, ArticleEnriched asEnriched) {
        ArticleEnriched enriched = story.enriched();
        Article article = story.article();
        jdbc.sql(SHOW)
                .param("uri", article.getUri())
                .param("id", story.id())
                .param("slug", story.slug())
                .param("version", article.getVersion())
                .param("hash", article.getContentHash())
                .param("section", article.getSection().map(LegalText::of).orElse(null))
                .param(
                        "sectionSlug",
                        article.getSection()
                                .map(Slug::of)
                                .filter(s -> !s.isEmpty())
                                .orElse(null))
                .param("headline", LegalText.of(article.getHeadline()))
                .param("urgency", article.getUrgency())
                .param("language", story.language().map(Object::toString).orElse(""))
                .param("receivedAt", enriched.getReceipt().getReceivedAt().atOffset(UTC))
                .param("receiptId", enriched.getReceipt().getId())
                .param("firstPublishedAt", story.firstPublishedAt().atOffset(UTC))
                .param("updatedAt", story.updatedAt().atOffset(UTC))
                .param("article", events.encode(enriched))
                .param("enriched", asEnriched.equals(enriched) ? null : events.encode(asEnriched))
                .param("writeThroughOf", WriteThrough.of(enriched).orElse(null))
                .update();
        removeReferences(article.getUri());
        addReferences(story);
    }

    /** Leads readers of the story to another one that has taken its place, until a newer version is shown. */
    public void join(String uri, String joinedTo, Instant now) {
        jdbc.sql("""
                update story set status = 'joined', joined_to = :joinedTo, updated_at = :now where uri = :uri
                """)
                .param("uri", uri)
                .param("joinedTo", joinedTo)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The visible stories that are this one, written through. */
    public List<String> writtenThroughBy(String uri) {
        return jdbc.sql(
                        "select uri from story where write_through_of = :uri and status = 'visible' order by received_at")
                .param("uri", uri)
                .query(String.class)
                .list();
    }

    /** Takes the story from sight until a newer version is shown. */
    public void withdraw(String uri, String receiptId, Instant now) {
        jdbc.sql("""
                update story set status = 'withdrawn', receipt_id = :receiptId, updated_at = :now where uri = :uri
                """)
                .param("uri", uri)
                .param("receiptId", receiptId)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Takes the story from sight for good, and its content from the database. The story need not have come yet. */
    public void kill(ArticleEnriched kill, Instant now) {
        Article article = kill.getArticle();
        jdbc.sql("""
                insert into story (uri, id, slug, version, content_hash, status, headline, urgency, language,
                    received_at, receipt_id, updated_at)
                values (:uri, :id, '', :version, '', 'killed', '', :urgency, '', :receivedAt, :receiptId, :now)
                on conflict (uri) do update set version = excluded.version, content_hash = '', status = 'killed',
                    headline = '', language = '', section = null, section_slug = null, urgency = excluded.urgency,
                    received_at = excluded.received_at, receipt_id = excluded.receipt_id,
                    updated_at = excluded.updated_at, article = null, enriched = null, joined_to = null
                """)
                .param("uri", article.getUri())
                .param("id", StoryId.of(article.getUri()))
                .param("version", article.getVersion())
                .param("urgency", article.getUrgency())
                .param("receivedAt", kill.getReceipt().getReceivedAt().atOffset(UTC))
                .param("receiptId", kill.getReceipt().getId())
                .param("now", now.atOffset(UTC))
                .update();
        removeReferences(article.getUri());
    }

    /** Moves the fence up for a version that says the same as what is shown. */
    public void advance(String uri, long version) {
        jdbc.sql("update story set version = :version where uri = :uri and version < :version")
                .param("uri", uri)
                .param("version", version)
                .update();
    }

    private void removeReferences(String uri) {
        for (String table : new String[] {"story_tag", "story_entity", "story_picture"}) {
            jdbc.sql("delete from " + table + " where uri = ?").param(uri).update();
        }
    }

    private void addReferences(Story story) {
        String uri = story.article().getUri();
        story.tags().forEach(tag -> add("story_tag (uri, slug)", uri, Address.slug(tag)));
        story.entities()
                .forEach(entity -> add(
                        "story_entity (uri, type, slug)", uri, entity.getType().name(), Address.slug(entity)));
        story.article().getPictures().stream()
                .map(Picture::getSha256)
                .flatMap(Optional::stream)
                .forEach(sha256 -> add("story_picture (uri, sha256)", uri, sha256));
    }

    private void add(String columns, String... values) {
        String places = String.join(", ", Stream.of(values).map(_ -> "?").toList());
        jdbc.sql("insert into " + columns + " values (" + places + ") on conflict do nothing")
                .params((Object[]) values)
                .update();
    }
}
