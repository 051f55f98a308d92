/** The publication log: everything that is told to others, numbered in commit order, and its relay to Kafka. */
@NullMarked
package news.slugline.publish.log;

import org.jspecify.annotations.NullMarked;
