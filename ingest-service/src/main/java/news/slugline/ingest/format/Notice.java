package news.slugline.ingest.format;

import java.util.List;

/**
 * What a piece of copy orders, beside being a story.
 *
 * @param order {@link Order#NONE} for a plain story
 * @param references how the copy names the story that it is about: provider's ids, sluglines and headlines as printed,
 *     without the piece's own id and slugline
 */
public record Notice(Order order, List<String> references) {

    /** A plain story. */
    public static final Notice NONE = new Notice(Order.NONE, List.of());

    /** The orders that wires give. */
    public enum Order {
        NONE,
        /** Withdraw a story for good. */
        KILL,
        /** Withhold a story until further notice. */
        HOLD,
        /** The whole story again, without an error that it had. */
        CORRECTION,
        /** The whole story again, written further: a write-through or numbered lead. */
        WRITE_THROUGH,
        /** For editors; not for publication. */
        ADVISORY
    }
}
