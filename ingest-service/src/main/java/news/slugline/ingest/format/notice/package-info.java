/** What a wire says of a piece in words: notices and embargoes. */
@NullMarked
package news.slugline.ingest.format.notice;

import org.jspecify.annotations.NullMarked;
