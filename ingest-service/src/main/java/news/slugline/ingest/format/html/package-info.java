/** Finds the story in a web page. */
@NullMarked
package news.slugline.ingest.format.html;

import org.jspecify.annotations.NullMarked;
