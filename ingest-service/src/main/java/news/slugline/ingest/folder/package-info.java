/** The hot folder door: files that desks drop. */
@NullMarked
package news.slugline.ingest.folder;

import org.jspecify.annotations.NullMarked;
