package news.slugline.ingest.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import news.slugline.event.CopyRejected;
import news.slugline.event.CopySettled;
import news.slugline.schemas.Headers;
import news.slugline.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.stereotype.Component;

/**
 * Projects what happens to every piece into {@link Receipts}.
 *
 * <p>The journal and the dead letters are read by their headers alone: their bytes may be anything.
 */
@Component
class ReceiptListener {

    private static final String GROUP = "ingest-receipts";

    private final Receipts receipts;

    ReceiptListener(Receipts receipts) {
        this.receipts = receipts;
    }

    @KafkaListener(
            id = "receipts-received",
            groupId = GROUP,
            topics = Topic.Names.COPY_RECEIVED,
            containerFactory = "routineListeners")
    void onReceived(ConsumerRecord<byte[], byte[]> record) {
        if (isOurs(record)) {
            receipts.received(
                    receiptId(record),
                    header(record, Headers.DESK),
                    text(record.key()),
                    Long.parseLong(header(record, Headers.VERSION)),
                    Instant.ofEpochMilli(record.timestamp()));
        }
    }

    @KafkaListener(
            id = "receipts-rejected",
            groupId = GROUP + "-rejected",
            topics = Topic.Names.COPY_REJECTED,
            containerFactory = "routineListeners")
    void onRejected(CopyRejected event) {
        receipts.rejected(event);
    }

    @KafkaListener(
            id = "receipts-settled",
            groupId = GROUP + "-settled",
            topics = Topic.Names.COPY_SETTLED,
            containerFactory = "routineListeners")
    void onSettled(CopySettled event) {
        receipts.settled(event);
    }

    @KafkaListener(
            id = "receipts-failed",
            groupId = GROUP + "-failed",
            topics = {
                Topic.Names.COPY_RECEIVED + Topic.DEAD_LETTER_SUFFIX,
                Topic.Names.ARTICLE_INGESTED + Topic.DEAD_LETTER_SUFFIX,
                Topic.Names.ARTICLE_INGESTED_FLASH + Topic.DEAD_LETTER_SUFFIX,
                Topic.Names.ARTICLE_ENRICHED + Topic.DEAD_LETTER_SUFFIX,
                Topic.Names.ARTICLE_ENRICHED_FLASH + Topic.DEAD_LETTER_SUFFIX
            },
            containerFactory = "routineListeners")
    void onDeadLetter(ConsumerRecord<byte[], byte[]> record) {
        if (isOurs(record)) {
            receipts.failed(
                    receiptId(record),
                    header(record, Headers.DESK),
                    text(record.key()),
                    "It could not be handled at " + header(record, KafkaHeaders.DLT_ORIGINAL_TOPIC) + ".",
                    Instant.ofEpochMilli(record.timestamp()));
        }
    }

    /** A record that another hand wrote has no receipt; the service that reads its value sees to it. */
    private static boolean isOurs(ConsumerRecord<byte[], byte[]> record) {
        return record.key() != null
                && !header(record, Headers.DESK).isEmpty()
                && header(record, Headers.TRANSACTION_ID).matches("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                && header(record, Headers.VERSION).matches("\\d{1,18}");
    }

    private static UUID receiptId(ConsumerRecord<byte[], byte[]> record) {
        return UUID.fromString(header(record, Headers.TRANSACTION_ID));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    /** The database takes no NUL. */
    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8).replace("\0", "");
    }
}
