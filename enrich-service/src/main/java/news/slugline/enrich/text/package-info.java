/** Words and where they stand. */
@NullMarked
package news.slugline.enrich.text;

import org.jspecify.annotations.NullMarked;
