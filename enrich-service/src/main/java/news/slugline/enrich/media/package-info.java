/** Pictures: decoding, renditions and the store that holds them. */
@NullMarked
package news.slugline.enrich.media;

import org.jspecify.annotations.NullMarked;
