package news.slugline.enrich.step;

import java.util.List;
import java.util.Optional;
import news.slugline.event.Entity;
import news.slugline.event.Language;
import news.slugline.event.Picture;
import news.slugline.event.Related;
import news.slugline.event.Tag;

/** What one step adds. */
public sealed interface Contribution {

    /**
     * Empty where the text is too short to say and the copy declares nothing.
     *
     * @param others the paragraphs that are in another language, as {@code Enrichment.otherLanguages} has them
     */
    record LanguageDetected(Optional<Language> language, List<String> others) implements Contribution {}

    /**
     * In the order of their first mention.
     *
     * @param notTried as {@code Enrichment.notTried} has it
     */
    record EntitiesFound(List<Entity> entities, List<String> notTried) implements Contribution {}

    /**
     * The surest first.
     *
     * @param notTried as {@code Enrichment.notTried} has it
     */
    record TopicsFound(List<Tag> tags, List<String> notTried) implements Contribution {}

    /**
     * What a list or a page shows of a text besides the text.
     *
     * @param keyphrases the best first
     * @param summary empty where the copy has a standfirst, or the text is too short for one
     * @param words of the body
     * @param seconds that an adult needs for the body
     */
    record TextRead(List<String> keyphrases, Optional<String> summary, Optional<String> slug, int words, int seconds)
            implements Contribution {}

    /** The surest first. */
    record RelatedFound(List<Related> related) implements Contribution {}

    /**
     * All pictures of the article in its order, without content.
     *
     * @param complete false where a picture has not got all of its renditions
     */
    record PicturesStored(List<Picture> pictures, boolean complete) implements Contribution {}
}
