/** Watches every topic: the ledger of receipts, consumer lag and dead letters. */
@NullMarked
package news.slugline.monitor;

import org.jspecify.annotations.NullMarked;
