/** Reads what pictures say of themselves. */
@NullMarked
package news.slugline.ingest.format.picture;

import org.jspecify.annotations.NullMarked;
