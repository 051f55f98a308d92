package news.slugline.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.UUID;
import news.slugline.event.CopyRejected;
import news.slugline.event.CopySettled;
import news.slugline.event.Settlement;
import news.slugline.schemas.Headers;
import news.slugline.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.stereotype.Component;

/** Enters what goes in, what comes out and what falls by the wayside into the {@link Ledger}. */
@Component
class LedgerListener {

    private final Ledger ledger;

    LedgerListener(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The journal is read by its headers alone: its values are large and may be anything. */
    @KafkaListener(id = "monitor-received", topics = Topic.Names.COPY_RECEIVED, containerFactory = "ledgerListeners")
    void onReceived(ConsumerRecord<byte[], byte[]> record) {
        String receipt = header(record, Headers.TRANSACTION_ID);
        String desk = header(record, Headers.DESK);
        if (receipt != null && desk != null) {
            ledger.received(UUID.fromString(receipt), desk, Instant.ofEpochMilli(record.timestamp()));
        }
    }

    @KafkaListener(id = "monitor-rejected", topics = Topic.Names.COPY_REJECTED, containerFactory = "ledgerListeners")
    void onRejected(CopyRejected event) {
        var receipt = event.getReceipt();
        ledger.settled(
                UUID.fromString(receipt.getId()),
                receipt.getDesk(),
                Settlement.rejected,
                receipt.getReceivedAt(),
                receipt.getReceivedAt(),
                0);
    }

    @KafkaListener(id = "monitor-settled", topics = Topic.Names.COPY_SETTLED, containerFactory = "ledgerListeners")
    void onSettled(CopySettled event) {
        ledger.settled(
                UUID.fromString(event.getReceiptId()),
                event.getDesk(),
                event.getSettlement(),
                event.getReceivedAt(),
                event.getSettledAt(),
                event.getSequence());
    }

    @KafkaListener(id = "monitor-dead-letters", topicPattern = ".*-dlt", containerFactory = "ledgerListeners")
    void onDeadLetter(ConsumerRecord<byte[], byte[]> record) {
        var letter = new DeadLetter(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? null : new String(record.key(), UTF_8),
                header(record, Headers.TRANSACTION_ID),
                header(record, Headers.DESK),
                requireNonNullElse(header(record, KafkaHeaders.DLT_EXCEPTION_MESSAGE), "no reason given"),
                Instant.ofEpochMilli(record.timestamp()));
        ledger.deadLettered(letter);
        if (letter.transactionId() != null && letter.desk() != null) {
            ledger.settled(
                    UUID.fromString(letter.transactionId()),
                    letter.desk(),
                    Settlement.failed,
                    letter.at(),
                    letter.at(),
                    0);
        }
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
