package news.slugline.enrich.entity;

import news.slugline.event.EntityType;
import news.slugline.event.Field;
import news.slugline.event.Mention;

/**
 * A stretch of text that is taken for a name.
 *
 * @param start in UTF-16 code units
 * @param end in UTF-16 code units, exclusive
 * @param text as it stands there
 * @param canonical what the entity is known by: its id is made from it
 * @param confidence 0 to 1
 */
record Named(Field field, int start, int end, String text, EntityType type, String canonical, double confidence) {

    Mention mention() {
        return new Mention(field, start, end - start);
    }

    boolean overlaps(Named other) {
        return field == other.field && start < other.end && other.start < end;
    }
}
