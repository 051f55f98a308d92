/** From the bytes of a piece of copy to the article they hold, and the raw journal between. */
@NullMarked
package news.slugline.ingest.copy;

import org.jspecify.annotations.NullMarked;
