package news.slugline.enrich;

import java.time.Instant;
import java.util.Optional;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.PubStatus;

/**
 * Which stories are to be enriched again; what is empty leaves none out. Killed stories never are.
 *
 * @param since of receipts, inclusive
 * @param until of receipts, exclusive
 * @param step the name of a step: only stories that another version of it, or none, has had its say about
 */
record Choice(Optional<String> desk, Optional<Instant> since, Optional<Instant> until, Optional<String> step) {

    boolean takes(ArticleEnriched story, Enricher enricher) {
        var receipt = story.getReceipt();
        return story.getArticle().getPubStatus() != PubStatus.canceled
                && desk.stream().allMatch(receipt.getDesk()::equals)
                && since.stream().noneMatch(receipt.getReceivedAt()::isBefore)
                && until.stream().allMatch(receipt.getReceivedAt()::isBefore)
                && step.stream()
                        .noneMatch(name -> enricher.version(name)
                                .equals(Optional.ofNullable(
                                        story.getEnrichment().getSteps().get(name))));
    }
}
