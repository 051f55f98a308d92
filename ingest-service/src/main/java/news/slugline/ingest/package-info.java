/** Takes raw copy through its doors, understands it and journals it. */
@NullMarked
package news.slugline.ingest;

import org.jspecify.annotations.NullMarked;
