/** The doors that copy comes in by. */
@NullMarked
package news.slugline.ingest.door;

import org.jspecify.annotations.NullMarked;
