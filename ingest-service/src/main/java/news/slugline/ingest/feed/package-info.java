/** The feed door: feeds that are polled, or pushed by WebSub, for desks. */
@NullMarked
package news.slugline.ingest.feed;

import org.jspecify.annotations.NullMarked;
