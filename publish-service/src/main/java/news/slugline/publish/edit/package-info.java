/** What editors decide about tags and entities, and that it holds. */
@NullMarked
package news.slugline.publish.edit;

import org.jspecify.annotations.NullMarked;
