/** Finds the people, organisations and places that a story names. */
@NullMarked
package news.slugline.enrich.entity;

import org.jspecify.annotations.NullMarked;
