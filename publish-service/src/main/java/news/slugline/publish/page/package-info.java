/** The web site: its pages, its feeds' addresses, and the headers that every answer carries. */
@NullMarked
package news.slugline.publish.page;

import org.jspecify.annotations.NullMarked;
