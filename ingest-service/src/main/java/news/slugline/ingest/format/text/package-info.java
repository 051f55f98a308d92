/** Takes a page of plain text apart, line by line. */
@NullMarked
package news.slugline.ingest.format.text;

import org.jspecify.annotations.NullMarked;
