package news.slugline.publish.settle;

import news.slugline.event.ArticleEnriched;

/** What is known of a uri when another piece of it arrives. */
sealed interface CurrentStory {

    /** Killed for good. */
    record Killed() implements CurrentStory {}

    /**
     * Known by its newest piece, seen or held.
     *
     * @param isVisible whether readers see the story now, in this version or in an earlier one
     * @param isHeld whether the newest piece waits, withheld or embargoed
     * @param version the newest version; above the newest piece's own where that was handed in again unchanged
     * @param newest the newest piece
     */
    record Known(boolean isVisible, boolean isHeld, long version, ArticleEnriched newest) implements CurrentStory {}
}
