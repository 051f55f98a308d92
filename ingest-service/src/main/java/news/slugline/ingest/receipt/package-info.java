/** What became of every piece that was handed in. */
@NullMarked
package news.slugline.ingest.receipt;

import org.jspecify.annotations.NullMarked;
