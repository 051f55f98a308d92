package news.slugline.publish.settle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.PubStatus;
import news.slugline.event.Receipt;
import news.slugline.publish.settle.CurrentStory.Known;
import news.slugline.publish.settle.Outcome.Duplicate;
import news.slugline.publish.settle.Outcome.Hold;
import news.slugline.publish.settle.Outcome.Kill;
import news.slugline.publish.settle.Outcome.Killed;
import news.slugline.publish.settle.Outcome.Publish;
import news.slugline.publish.settle.Outcome.Reject;
import news.slugline.publish.settle.Outcome.Stale;
import news.slugline.publish.settle.Outcome.Supersede;
import news.slugline.publish.settle.Outcome.Withdraw;
import news.slugline.publish.story.LegalText;
import news.slugline.publish.story.VisibleHash;

/**
 * Decides what becomes of an enriched article.
 *
 * <p>A pure function: the same arguments always give the same outcome. A receipt that has been settled must not be
 * asked about again, unless {@linkplain #isReenrichment its piece was enriched anew}.
 */
final class PublicationPolicy {

    /** Of two pieces with one version the later at the door counts; receipt ids break a tie the same way every time. */
    private static final Comparator<Receipt> BY_ARRIVAL =
            Comparator.comparing(Receipt::getReceivedAt).thenComparing(Receipt::getId);

    private PublicationPolicy() {}

    static Outcome decide(ArticleEnriched incoming, Optional<CurrentStory> current, Instant now) {
        boolean isKill = incoming.getArticle().getPubStatus() == PubStatus.canceled;
        return switch (current.orElse(null)) {
            case CurrentStory.Killed() -> new Killed("the story was killed, and a kill is final");
            case Known _ when isKill -> new Kill();
            case null -> isKill ? new Kill() : place(incoming, false, true, now);
            case Known known -> decide(incoming, known, now);
        };
    }

    /** Whether two pieces claim to be the same version of the same article with different content. */
    static boolean isConflict(ArticleEnriched incoming, Optional<CurrentStory> current) {
        return current.orElse(null) instanceof Known known
                && incoming.getArticle().getVersion() == known.version()
                && !isSameContent(incoming, known);
    }

    /** Whether the newest piece has come back from enrichment with something other than before. */
    static boolean isReenrichment(ArticleEnriched incoming, Optional<CurrentStory> current) {
        return current.orElse(null) instanceof Known known
                && incoming.getReceipt()
                        .getId()
                        .equals(known.newest().getReceipt().getId())
                && isEnrichedAnew(incoming, known.newest());
    }

    private static Outcome decide(ArticleEnriched incoming, Known known, Instant now) {
        long version = incoming.getArticle().getVersion();
        if (version < known.version()) {
            return new Stale("version " + known.version() + " came before this version " + version);
        }
        boolean isSame = isSameContent(incoming, known);
        boolean isVisible = !VisibleHash.of(incoming).equals(VisibleHash.of(known.newest()));
        if (version == known.version() && !isSame && !isLater(incoming, known)) {
            return new Stale("a later piece has the same version " + version + " and other content");
        }
        // another story has taken the place of one that is neither seen nor held: the same again does not bring it back
        boolean isGone = !known.isVisible() && !known.isHeld();
        if (version == known.version() && isSame && (isGone || !isEnrichedAnew(incoming, known.newest()))) {
            return new Duplicate("version " + version + " with the same content is known already");
        }
        if (version > known.version() && !isVisible && !known.isHeld()) {
            return new Duplicate("says the same as version " + known.version());
        }
        return place(incoming, known.isVisible(), known.isHeld() || isVisible, now);
    }

    private static Outcome place(ArticleEnriched incoming, boolean replaces, boolean isChanged, Instant now) {
        Article article = incoming.getArticle();
        Optional<Instant> embargo = article.getEmbargoedUntil().filter(now::isBefore);
        // Before the text is looked at: an order to withhold needs none.
        if (article.getPubStatus() == PubStatus.withheld) {
            return replaces ? new Withdraw() : new Hold(Optional.empty());
        }
        if (LegalText.of(article.getHeadline()).isBlank()) {
            return new Reject("the headline is empty");
        }
        if (LegalText.of(article.getBody()).isBlank()) {
            return new Reject("the body is empty");
        }
        if (embargo.isPresent()) {
            return new Hold(embargo);
        }
        return replaces ? new Supersede(isChanged) : new Publish();
    }

    private static boolean isSameContent(ArticleEnriched incoming, Known known) {
        return incoming.getArticle()
                .getContentHash()
                .equals(known.newest().getArticle().getContentHash());
    }

    private static boolean isLater(ArticleEnriched incoming, Known known) {
        return BY_ARRIVAL.compare(incoming.getReceipt(), known.newest().getReceipt()) > 0;
    }

    private static boolean isEnrichedAnew(ArticleEnriched incoming, ArticleEnriched newest) {
        boolean isOther = !incoming.getEnrichment().equals(newest.getEnrichment())
                || !incoming.getArticle()
                        .getPictures()
                        .equals(newest.getArticle().getPictures());
        return isOther && incoming.getEnrichedAt().isAfter(newest.getEnrichedAt());
    }
}
