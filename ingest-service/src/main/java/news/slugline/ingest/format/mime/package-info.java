/** Takes MIME messages and multipart bodies apart. */
@NullMarked
package news.slugline.ingest.format.mime;

import org.jspecify.annotations.NullMarked;
