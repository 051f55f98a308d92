package news.slugline.enrich.entity;

import news.slugline.event.EntityType;
import news.slugline.event.Field;
import news.slugline.event.Mention;

/**
 * A stretch of text that is taken for a name.
 *
 * @param picture whose caption it stands in, else -1
 * @param start in UTF-16 code units
 * @param end in UTF-16 code units, exclusive
 * @param text as it stands there
 * @param canonical what the entity is known by: its id is made from it
 * @param confidence 0 to 1
 * @param reason what argued for it, for people
 */
record Named(
        Field field,
        int picture,
        int start,
        int end,
        String text,
        EntityType type,
        String canonical,
        double confidence,
        String reason) {

    Mention mention() {
        return new Mention(field, start, end - start, picture);
    }

    boolean overlaps(Named other) {
        return field == other.field && picture == other.picture && start < other.end && other.start < end;
    }

    /** True where the other is a part of this one, or all of it. */
    boolean contains(Named other) {
        return overlaps(other) && start <= other.start && other.end <= end;
    }

    /** True where the other is a part of this one, and less than all of it. */
    boolean covers(Named other) {
        return contains(other) && other.end - other.start < end - start;
    }
}
