/** Stories as readers see them: their identity, their rows, and the lists they stand in. */
@NullMarked
package news.slugline.publish.story;

import org.jspecify.annotations.NullMarked;
