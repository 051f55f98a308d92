package news.slugline.publish.settle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Change;
import news.slugline.event.Settlement;
import news.slugline.publish.log.LogEntry;
import news.slugline.publish.settle.Outcome.Duplicate;
import news.slugline.publish.settle.Outcome.Hold;
import news.slugline.publish.settle.Outcome.Kill;
import news.slugline.publish.settle.Outcome.Killed;
import news.slugline.publish.settle.Outcome.Publish;
import news.slugline.publish.settle.Outcome.Reject;
import news.slugline.publish.settle.Outcome.Stale;
import news.slugline.publish.settle.Outcome.Supersede;
import news.slugline.publish.settle.Outcome.Withdraw;
import news.slugline.publish.story.Slug;
import news.slugline.publish.story.Stories;
import news.slugline.publish.story.Story;
import news.slugline.publish.story.StoryId;
import news.slugline.publish.story.StoryRow;
import org.springframework.stereotype.Component;

/**
 * Writes an outcome to the tables, and returns what is to be appended to the log.
 *
 * <p>Runs inside {@link Publication}'s transaction, under the uri's lock.
 */
@Component
class OutcomeWriter {

    private static final String NO_WORDS = "story";

    private final Stories stories;
    private final HeldStories held;
    private final Settlements settlements;
    private final Announcements announcements;
    private final KilledPictures pictures;

    OutcomeWriter(
            Stories stories,
            HeldStories held,
            Settlements settlements,
            Announcements announcements,
            KilledPictures pictures) {
        this.stories = stories;
        this.held = held;
        this.settlements = settlements;
        this.announcements = announcements;
        this.pictures = pictures;
    }

    /**
     * Writes what was decided.
     *
     * @param piece as it is to be seen
     * @param asEnriched the same before editors and killed pictures
     */
    Effect write(Outcome outcome, ArticleEnriched piece, ArticleEnriched asEnriched, Instant now) {
        Optional<StoryRow> row = stories.find(piece.getArticle().getUri());
        return switch (outcome) {
            case Publish() -> show(Change.published, piece, asEnriched, row, now);
            case Supersede(boolean isVisible) ->
                isVisible ? show(Change.updated, piece, asEnriched, row, now) : amend(piece, asEnriched, row, now);
            case Hold(var until) -> hold(asEnriched, until, now);
            case Withdraw() -> withdraw(asEnriched, row, now);
            case Kill() -> kill(piece, row, now);
            case Killed(var reason) -> killedBefore(piece, reason, now);
            case Stale(var reason) -> Effect.unseen(settle(piece, Settlement.superseded, reason, now));
            case Duplicate(var reason) -> duplicate(piece, reason, row, now);
            case Reject(var reason) -> Effect.unseen(settle(piece, Settlement.rejected, reason, now));
        };
    }

    private Effect show(
            Change change, ArticleEnriched piece, ArticleEnriched asEnriched, Optional<StoryRow> row, Instant now) {
        Story story = story(piece, row, now, now);
        stories.show(story, asEnriched);
        return Effect.seen(
                change,
                announcements.shown(change, story),
                replaceHeld(piece, Settlement.superseded, now),
                published(story, now));
    }

    /** A revision that no reader notices: the time of the last visible change stays. */
    private Effect amend(ArticleEnriched piece, ArticleEnriched asEnriched, Optional<StoryRow> row, Instant now) {
        Story story = story(piece, row, now, row.map(StoryRow::updatedAt).orElse(now));
        stories.show(story, asEnriched);
        return Effect.unseen(replaceHeld(piece, Settlement.superseded, now), published(story, now));
    }

    private Effect hold(ArticleEnriched piece, Optional<Instant> until, Instant now) {
        List<LogEntry> replaced = replaceHeld(piece, Settlement.superseded, now);
        held.put(piece, until);
        String reason = until.map(instant -> "embargoed until " + instant).orElse("withheld until further notice");
        return Effect.unseen(replaced, settle(piece, Settlement.held, reason, now));
    }

    private Effect withdraw(ArticleEnriched piece, Optional<StoryRow> row, Instant now) {
        Effect hold = hold(piece, Optional.empty(), now);
        stories.withdraw(piece.getArticle().getUri(), piece.getReceipt().getId(), now);
        return gone(Change.withdrawn, piece, row, now, hold.entries());
    }

    private Effect kill(ArticleEnriched piece, Optional<StoryRow> row, Instant now) {
        Stream.concat(
                        row.flatMap(StoryRow::enriched).stream(),
                        held.find(piece.getArticle().getUri()).stream())
                .forEach(known -> pictures.killed(known.getArticle(), now));
        List<LogEntry> replaced = replaceHeld(piece, Settlement.killed, now);
        stories.kill(piece, now);
        return gone(
                Change.killed,
                piece,
                row,
                now,
                replaced,
                settle(piece, Settlement.killed, "the kill was carried out", now));
    }

    /** The kill came first, and did not know the pictures. */
    private Effect killedBefore(ArticleEnriched piece, String reason, Instant now) {
        pictures.killed(piece.getArticle(), now);
        return Effect.unseen(settle(piece, Settlement.killed, reason, now));
    }

    /** Tells of what was seen before; what never was seen must not become known by its end. */
    @SafeVarargs
    private Effect gone(
            Change change, ArticleEnriched piece, Optional<StoryRow> row, Instant now, List<LogEntry>... settlements) {
        return row.flatMap(seen -> seen.firstPublishedAt()
                        .map(first ->
                                Effect.seen(change, announcements.gone(change, piece, seen, first, now), settlements)))
                .orElseGet(() -> Effect.unseen(settlements));
    }

    /** Has a story take the place of an earlier one that it is a write-through of by its text, in whatever order they come. */
    List<LogEntry> join(String earlier, String later, Instant now) {
        return stories.find(earlier)
                .flatMap(row -> row.visible().stream()
                        .filter(before -> stories.find(later)
                                .flatMap(StoryRow::visible)
                                .filter(after -> isSameDeskEarlier(before.enriched(), after.enriched()))
                                .isPresent())
                        .findFirst()
                        .map(before -> announcements.gone(
                                Change.withdrawn, before.enriched(), row, before.firstPublishedAt(), now)))
                .map(announcement -> {
                    stories.join(earlier, later, now);
                    return List.of(announcement);
                })
                .orElse(List.of());
    }

    private static boolean isSameDeskEarlier(ArticleEnriched before, ArticleEnriched piece) {
        return before.getReceipt().getDesk().equals(piece.getReceipt().getDesk())
                && before.getReceipt()
                        .getReceivedAt()
                        .isBefore(piece.getReceipt().getReceivedAt());
    }

    private Effect duplicate(ArticleEnriched piece, String reason, Optional<StoryRow> row, Instant now) {
        stories.advance(piece.getArticle().getUri(), piece.getArticle().getVersion());
        Optional<String> path = row.flatMap(StoryRow::visible).map(Story::path);
        return Effect.unseen(settle(piece, Settlement.duplicate, Optional.of(reason), path, now));
    }

    /** Keeps address and first publication of the row that is there. */
    private static Story story(ArticleEnriched piece, Optional<StoryRow> row, Instant now, Instant updatedAt) {
        return new Story(
                StoryId.of(piece.getArticle().getUri()),
                row.map(StoryRow::slug).orElseGet(() -> slug(piece.getArticle())),
                row.flatMap(StoryRow::firstPublishedAt).orElse(now),
                updatedAt,
                piece);
    }

    private static String slug(Article article) {
        String slug = Slug.of(article.getHeadline());
        return slug.isEmpty() ? NO_WORDS : slug;
    }

    private List<LogEntry> replaceHeld(ArticleEnriched piece, Settlement settlement, Instant now) {
        return held.remove(piece.getArticle().getUri())
                .filter(old ->
                        !old.getReceipt().getId().equals(piece.getReceipt().getId()))
                .map(old ->
                        settle(old, settlement, "version " + piece.getArticle().getVersion() + " took its place", now))
                .orElse(List.of());
    }

    private List<LogEntry> published(Story story, Instant now) {
        return settle(story.enriched(), Settlement.published, Optional.empty(), Optional.of(story.path()), now);
    }

    private List<LogEntry> settle(ArticleEnriched piece, Settlement settlement, String reason, Instant now) {
        return settle(piece, settlement, Optional.of(reason), Optional.empty(), now);
    }

    private List<LogEntry> settle(
            ArticleEnriched piece, Settlement settlement, Optional<String> reason, Optional<String> path, Instant now) {
        return settlements.settle(piece, settlement, reason, now)
                ? List.of(announcements.settled(piece, settlement, reason, path, now))
                : List.of();
    }
}
