package news.slugline.ingest.copy;

import news.slugline.event.Article;
import news.slugline.event.CopyReceived;
import news.slugline.event.CopyRejected;
import news.slugline.ingest.format.UnderstoodCopy;

/** What a door does with a piece of copy. */
public sealed interface Acceptance {

    /**
     * To be journalled, and then answered with what was understood.
     *
     * @param article as it will be ingested
     * @param understood the reading behind it, with its line report
     */
    record Accepted(CopyReceived received, Article article, UnderstoodCopy understood) implements Acceptance {}

    /** Whether an article is a notice that waits for a person to say which story it means. */
    static boolean isUndecided(Article article) {
        return Identity.isNotice(article.getUri());
    }

    /** To be kept on copy.rejected, and answered with the reason. */
    record Refused(CopyRejected rejection) implements Acceptance {}
}
