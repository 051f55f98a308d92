package news.slugline.publish.settle;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.slugline.event.ArticleEnriched;
import news.slugline.publish.log.CommitSignal;
import news.slugline.publish.log.PublicationLog;
import news.slugline.publish.settle.CurrentStory.Killed;
import news.slugline.publish.settle.CurrentStory.Known;
import news.slugline.publish.story.Stories;
import news.slugline.publish.story.StoryRow;
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
            CommitSignal committed,
            PublicationMeters meters,
            TransactionTemplate transaction,
            Clock clock) {
        this.stories = stories;
        this.held = held;
        this.settlements = settlements;
        this.writer = writer;
        this.log = log;
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
        boolean isSettled = settlements.contains(incoming.getReceipt().getId());
        return isSettled && !PublicationPolicy.isReenrichment(incoming, current)
                ? Optional.empty()
                : Optional.of(carryOut(incoming, current));
    }

    private Optional<Result> releaseDue(String uri) {
        stories.lock(uri);
        return held.takeDue(uri, clock.instant()).map(piece -> carryOut(piece, current(uri)));
    }

    private Result carryOut(ArticleEnriched piece, Optional<CurrentStory> current) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Outcome outcome = PublicationPolicy.decide(piece, current, now);
        Effect effect = writer.write(outcome, piece, now);
        log.append(effect.entries(), now);
        return new Result(piece, outcome, PublicationPolicy.isConflict(piece, current), effect);
    }

    private Optional<CurrentStory> current(String uri) {
        Optional<StoryRow> row = stories.find(uri);
        boolean isVisible = row.flatMap(StoryRow::visible).isPresent();
        return row.filter(found -> found.status() == StoryRow.Status.killed)
                .<CurrentStory>map(_ -> new Killed())
                .or(() -> held.find(uri)
                        .map(newest ->
                                new Known(isVisible, true, newest.getArticle().getVersion(), newest)))
                .or(() -> row.flatMap(
                        found -> found.article().map(newest -> new Known(isVisible, false, found.version(), newest))));
    }
}
