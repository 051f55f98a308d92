/** The SFTP drop box: a way for desks to put files into their hot folder. */
@NullMarked
package news.slugline.ingest.sftp;

import org.jspecify.annotations.NullMarked;
