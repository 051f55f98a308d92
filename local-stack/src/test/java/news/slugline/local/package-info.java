/** The shared test stack of all modules, and the tests of the local parts and the launcher. */
@NullMarked
package news.slugline.local;

import org.jspecify.annotations.NullMarked;
