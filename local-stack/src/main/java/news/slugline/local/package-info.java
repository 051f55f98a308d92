/** The pipeline on one machine: its parts as plain processes, and the launcher that runs them. */
@NullMarked
package news.slugline.local;

import org.jspecify.annotations.NullMarked;
