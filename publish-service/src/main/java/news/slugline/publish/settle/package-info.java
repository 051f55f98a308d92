/** From an enriched article to what becomes of it: decided by a pure function, written in one transaction. */
@NullMarked
package news.slugline.publish.settle;

import org.jspecify.annotations.NullMarked;
