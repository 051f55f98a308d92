/** The enrichment steps, one a class. */
@NullMarked
package news.slugline.enrich.step;

import org.jspecify.annotations.NullMarked;
