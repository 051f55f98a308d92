/** Which stories belong together: the same text, the same story filed again, and stories of the same matter. */
@NullMarked
package news.slugline.enrich.related;

import org.jspecify.annotations.NullMarked;
