package news.slugline.ingest.format.text;

import java.util.List;
import java.util.Optional;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.LineReport;
import news.slugline.ingest.format.Notice.Order;

/**
 * Plain text taken apart.
 *
 * @param headline empty where no line can be one
 * @param slugline only where the copy carries one
 * @param located the place of the dateline
 * @param embargo the embargo as printed
 * @param paragraphs the body in order, without the dateline
 * @param lines every line of the input, in order, with the rule that took it
 */
public record ParsedCopy(
        Optional<String> section,
        String headline,
        Optional<String> subheadline,
        Optional<String> byline,
        List<String> authors,
        Optional<String> located,
        Optional<String> slugline,
        List<CopyCaption> captions,
        List<String> paragraphs,
        Optional<String> edNote,
        Optional<String> copyright,
        Optional<String> embargo,
        Notice notice,
        List<LineReport> lines) {

    /** What the piece orders, beside being a story. */
    public enum Notice {
        NONE(Order.NONE),
        FLASH(Order.NONE),
        WRITE_THROUGH(Order.WRITE_THROUGH),
        CORRECTION(Order.CORRECTION),
        ADVISORY(Order.ADVISORY),
        KILL(Order.KILL);

        private final Order order;

        Notice(Order order) {
            this.order = order;
        }

        /** In the words that all formats share. */
        public Order order() {
            return order;
        }

        /** The publishing status that goes with it. */
        public PubStatus pubStatus() {
            return switch (this) {
                case KILL -> PubStatus.canceled;
                case ADVISORY -> PubStatus.withheld;
                case NONE, FLASH, WRITE_THROUGH, CORRECTION -> PubStatus.usable;
            };
        }
    }
}
