/** The formats in which stories leave, one class each. A channel turns stories into bytes and knows nothing else. */
@NullMarked
package news.slugline.publish.channel;

import org.jspecify.annotations.NullMarked;
