/** The mail door: mailboxes that are read for desks. */
@NullMarked
package news.slugline.ingest.mail;

import org.jspecify.annotations.NullMarked;
