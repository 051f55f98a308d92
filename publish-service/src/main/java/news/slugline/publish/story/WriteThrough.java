package news.slugline.publish.story;

import java.util.Optional;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.PubStatus;
import news.slugline.event.Related;

/**
 * Tells whether a new story is an earlier one written through, where only its text says so.
 *
 * <p>Only a story that is to be seen takes another's place. A kill or a hold never reaches a story by its text.
 */
public final class WriteThrough {

    /** The relation's name in {@link Related}. */
    private static final String WRITE_THROUGH = "write-through";

    private WriteThrough() {}

    /** The uri of the earlier story. */
    public static Optional<String> of(ArticleEnriched piece) {
        return piece.getEnrichment().getRelated().stream()
                .filter(_ -> piece.getArticle().getPubStatus() == PubStatus.usable)
                .filter(related -> related.getRelation().equals(WRITE_THROUGH))
                .map(Related::getUri)
                .filter(uri -> !uri.equals(piece.getArticle().getUri()))
                .findFirst();
    }
}
