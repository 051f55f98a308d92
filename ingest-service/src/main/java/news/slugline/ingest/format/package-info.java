/** Every format that copy comes in, each read by one class; all pure. */
@NullMarked
package news.slugline.ingest.format;

import org.jspecify.annotations.NullMarked;
