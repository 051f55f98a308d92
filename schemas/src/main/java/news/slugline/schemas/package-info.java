/** The wire between the services: topics, headers and serialisers. Holds no domain logic. */
@NullMarked
package news.slugline.schemas;

import org.jspecify.annotations.NullMarked;
