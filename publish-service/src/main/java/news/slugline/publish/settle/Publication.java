package news.slugline.publish.settle;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.EnrichmentEdited;
import news.slugline.publish.edit.EditedEnrichment;
import news.slugline.publish.edit.Edits;
import news.slugline.publish.log.CommitSignal;
import news.slugline.publish.log.PublicationLog;
import news.slugline.publish.settle.CurrentStory.Killed;
import news.slugline.publish.settle.CurrentStory.Known;
import news.slugline.publish.story.Stories;
import news.slugline.publish.story.StoryRow;
import news.slugline.publish.story.VisibleHash;
import news.slugline.publish.story.WriteThrough;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives each enriched article its one effect: story, settlement and log in one transaction.
 *
 * <p>When a method returns, the effect is durable; when it throws, nothing has happened. Log lines name receipts only:
 * an embargoed story must not show in them.
 */
@Component
public class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final Stories stories;
    private final HeldStories held;
    private final Settlements settlements;
    private final OutcomeWriter writer;
    private final PublicationLog log;
    private final Edits edits;
    private final KilledPictures pictures;
    private final CommitSignal committed;
    private final PublicationMeters meters;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Publication(
            Stories stories,
            HeldStories held,
            Settlements settlements,
            OutcomeWriter writer,
            PublicationLog log,
            Edits edits,
            KilledPictures pictures,
            CommitSignal committed,
            PublicationMeters meters,
            TransactionTemplate transaction,
            Clock clock) {
        this.stories = stories;
        this.held = held;
        this.settlements = settlements;
        this.writer = writer;
        this.log = log;
        this.edits = edits;
        this.pictures = pictures;
        this.committed = committed;
        this.meters = meters;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What was decided about a piece and what came of it, for the meters. */
    record Result(ArticleEnriched piece, Outcome outcome, boolean isConflict, Effect effect) {}

    /** Settles a piece from enrichment. One that has been settled before changes nothing. */
    public void publish(ArticleEnriched incoming) {
        run(() -> settle(incoming)).ifPresent(result -> meters.settled(result, clock.instant()));
    }

    /** The uris whose embargo is over, the longest overdue first. */
    public List<String> due(int limit) {
        return held.due(clock.instant(), limit);
    }

    /** Publishes the piece that waits on this uri if its embargo is over. */
    public void release(String uri) {
        run(() -> releaseDue(uri)).ifPresent(meters::released);
    }

    /** Carries out what an editor decided. One that is older than what is known changes nothing. */
    public void edit(EnrichmentEdited edit) {
        run(() -> {
                    stories.lock(edit.getUri());
                    return edits.keep(edit) ? showAnew(edit.getUri()) : Optional.empty();
                })
                .ifPresent(meters::released);
    }

    /** The uris of visible stories with a picture that was killed elsewhere. */
    public List<String> showingKilledPictures() {
        return pictures.shownBy();
    }

    /** Shows a story as editors and kills of pictures now want it. */
    public void showAnew(List<String> uris) {
        uris.forEach(uri -> run(() -> {
                    stories.lock(uri);
                    return showAnew(uri);
                })
                .ifPresent(meters::released));
    }

    private Optional<Result> showAnew(String uri) {
        return stories.find(uri)
                .filter(row -> row.status() == StoryRow.Status.visible)
                .flatMap(row -> row.article().flatMap(shown -> row.enriched().flatMap(found -> anew(shown, found))));
    }

    private Optional<Result> anew(ArticleEnriched shown, ArticleEnriched found) {
        ArticleEnriched wanted = asToBeSeen(found);
        if (wanted.equals(shown)) {
            return Optional.empty();
        }
        boolean isVisible = !VisibleHash.of(wanted).equals(VisibleHash.of(shown));
        return Optional.of(write(new Outcome.Supersede(isVisible), wanted, found, Optional.empty(), now()));
    }

    /** With the decisions of editors, and without killed pictures. */
    private ArticleEnriched asToBeSeen(ArticleEnriched found) {
        return pictures.without(
                EditedEnrichment.of(found, edits.of(found.getArticle().getUri())));
    }

    private Optional<Result> run(Supplier<Optional<Result>> work) {
        Optional<Result> result = transaction.execute(_ -> work.get());
        committed.raise();
        result.ifPresent(done -> LOG.info(
                "receipt {}: {}",
                done.piece().getReceipt().getId(),
                done.outcome().getClass().getSimpleName()));
        return result;
    }

    private Optional<Result> settle(ArticleEnriched incoming) {
        String uri = incoming.getArticle().getUri();
        stories.lock(uri);
        Optional<CurrentStory> current = current(uri);
        ArticleEnriched toBeSeen = asToBeSeen(incoming);
        boolean isSettled = settlements.contains(incoming.getReceipt().getId());
        return isSettled && !PublicationPolicy.isReenrichment(toBeSeen, current)
                ? Optional.empty()
                : Optional.of(carryOut(toBeSeen, incoming, current));
    }

    private Optional<Result> releaseDue(String uri) {
        stories.lock(uri);
        return held.takeDue(uri, clock.instant())
                .map(asEnriched -> carryOut(asToBeSeen(asEnriched), asEnriched, current(uri)));
    }

    private Result carryOut(ArticleEnriched piece, ArticleEnriched asEnriched, Optional<CurrentStory> current) {
        Instant now = now();
        return write(PublicationPolicy.decide(piece, current, now), piece, asEnriched, current, now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Result write(
            Outcome outcome,
            ArticleEnriched piece,
            ArticleEnriched asEnriched,
            Optional<CurrentStory> current,
            Instant now) {
        Effect effect = writer.write(outcome, piece, asEnriched, now);
        var entries = new ArrayList<>(effect.entries());
        if (outcome instanceof Outcome.Publish) {
            String uri = piece.getArticle().getUri();
            WriteThrough.of(piece).ifPresent(earlier -> {
                stories.lock(earlier);
                entries.addAll(writer.join(earlier, uri, now));
            });
            stories.writtenThroughBy(uri).forEach(later -> entries.addAll(writer.join(uri, later, now)));
        }
        log.append(entries, now);
        return new Result(piece, outcome, PublicationPolicy.isConflict(piece, current), effect);
    }

    private Optional<CurrentStory> current(String uri) {
        Optional<StoryRow> row = stories.find(uri);
        boolean isVisible = row.flatMap(StoryRow::visible).isPresent();
        return row.filter(found -> found.status() == StoryRow.Status.killed)
                .<CurrentStory>map(_ -> new Killed())
                .or(() -> held.find(uri)
                        .map(this::asToBeSeen)
                        .map(newest ->
                                new Known(isVisible, true, newest.getArticle().getVersion(), newest)))
                .or(() -> row.flatMap(
                        found -> found.article().map(newest -> new Known(isVisible, false, found.version(), newest))));
    }
}
