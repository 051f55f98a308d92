/** Finds the IPTC Media Topics of a story. */
@NullMarked
package news.slugline.enrich.topic;

import org.jspecify.annotations.NullMarked;
