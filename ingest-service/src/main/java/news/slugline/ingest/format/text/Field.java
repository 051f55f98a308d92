package news.slugline.ingest.format.text;

import java.util.Locale;

/** What a line of plain text becomes. */
enum Field {
    BLANK,
    FURNITURE,
    NOTICE,
    EMBARGO,
    SLUGLINE,
    ED_NOTE,
    SECTION,
    HEADLINE,
    SUBHEADLINE,
    BYLINE,
    DATE,
    DATELINE,
    CAPTION,
    CREDIT,
    COPYRIGHT,
    KEYWORDS,
    BODY;

    /** The name in the answer to a desk: that of the article's field. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
