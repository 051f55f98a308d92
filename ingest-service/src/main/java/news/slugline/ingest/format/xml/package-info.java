/** Reads XML safely, and finds one's way in it. */
@NullMarked
package news.slugline.ingest.format.xml;

import org.jspecify.annotations.NullMarked;
