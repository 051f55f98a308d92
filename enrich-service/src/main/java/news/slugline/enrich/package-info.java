/** Adds language, entities, tags and picture renditions to every article. */
@NullMarked
package news.slugline.enrich;

import org.jspecify.annotations.NullMarked;
