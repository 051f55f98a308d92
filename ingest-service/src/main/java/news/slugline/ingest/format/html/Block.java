package news.slugline.ingest.format.html;

import org.jsoup.nodes.Element;

/**
 * A run of text that a browser shows as a block of its own.
 *
 * @param element the block element that it stands in
 * @param kind what it is by its markup
 * @param linked how many of its characters are in links
 */
record Block(Element element, Kind kind, String text, int linked) {

    /** By markup. */
    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM,
        CAPTION,
        ROW
    }

    double linkDensity() {
        return text.isEmpty() ? 0 : (double) linked / text.length();
    }
}
