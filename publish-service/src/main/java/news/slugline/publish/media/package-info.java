/** Pictures from the media store. */
@NullMarked
package news.slugline.publish.media;

import org.jspecify.annotations.NullMarked;
