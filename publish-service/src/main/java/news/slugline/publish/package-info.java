/** Publishes finished stories to the web and to feeds. */
@NullMarked
package news.slugline.publish;

import org.jspecify.annotations.NullMarked;
