/** Who may hand in copy, and what is taken for granted of theirs. */
@NullMarked
package news.slugline.ingest.desk;

import org.jspecify.annotations.NullMarked;
