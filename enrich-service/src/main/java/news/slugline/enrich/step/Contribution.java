package news.slugline.enrich.step;

import java.util.List;
import java.util.Optional;
import news.slugline.event.Entity;
import news.slugline.event.Language;
import news.slugline.event.Picture;
import news.slugline.event.Tag;

/** What one step adds. */
public sealed interface Contribution {

    /** Empty where the text is too short to say and the copy declares nothing. */
    record LanguageDetected(Optional<Language> language) implements Contribution {}

    /** In the order of their first mention. */
    record EntitiesFound(List<Entity> entities) implements Contribution {}

    /** The surest first. */
    record TopicsFound(List<Tag> tags) implements Contribution {}

    /**
     * All pictures of the article in its order, without content.
     *
     * @param complete false where a picture has not got all of its renditions
     */
    record PicturesStored(List<Picture> pictures, boolean complete) implements Contribution {}
}
