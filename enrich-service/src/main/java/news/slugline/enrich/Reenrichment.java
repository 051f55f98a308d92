package news.slugline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import news.slugline.event.ArticleEnriched;
import news.slugline.schemas.Headers;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run through the log that enriches the chosen stories again, at a bounded rate.
 *
 * <p>Reads the log twice: first to learn which record is the newest of each story, then to enrich those. What comes in
 * meanwhile is as new as can be and left alone. Ended before its end, it can be started again: what it has done is
 * unchanged then.
 */
final class Reenrichment implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Reenrichment.class);
    private static final Duration POLL = Duration.ofMillis(500);

    /** How far a run is. */
    enum State {
        running,
        done,
        canceled,
        failed
    }

    /**
     * What a run has done so far.
     *
     * @param read records of the log, of both readings
     * @param chosen stories that were enriched again
     * @param changed of them, those that were sent on
     * @param failed of them, those that a step could not read; they stay as they are
     */
    record Progress(State state, String detail, long read, long chosen, long changed, long failed) {}

    /** Where the newest record of a story is; of one version the later written counts. */
    private record Newest(long version, long timestamp, String topic, int partition, long offset) {

        boolean isBefore(Newest other) {
            return version < other.version || (version == other.version && timestamp < other.timestamp);
        }
    }

    private final Choice choice;
    private final int perSecond;
    private final EnrichedLog log;
    private final Enricher enricher;
    private final EnrichedSender sender;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong chosen = new AtomicLong();
    private final AtomicLong changed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile State state = State.running;
    private volatile String detail = "";

    Reenrichment(Choice choice, int perSecond, EnrichedLog log, Enricher enricher, EnrichedSender sender) {
        this.choice = choice;
        this.perSecond = perSecond;
        this.log = log;
        this.enricher = enricher;
        this.sender = sender;
    }

    Progress progress() {
        return new Progress(state, detail, read.get(), chosen.get(), changed.get(), failed.get());
    }

    void cancel() {
        if (state == State.running) {
            state = State.canceled;
        }
    }

    @Override
    public void run() {
        try (var consumer = log.open()) {
            var ends = consumer.endOffsets(consumer.assignment());
            var newest = newest(consumer, ends);
            consumer.seekToBeginning(consumer.assignment());
            readTo(consumer, ends, record -> again(record, newest));
            state = state == State.running ? State.done : state;
        } catch (RuntimeException | ExecutionException | TimeoutException e) {
            LOG.warn("enriching again ended early: {}", e.toString());
            detail = "It ended early and can be started again: " + e.getMessage();
            state = State.failed;
        } catch (InterruptedException e) {
            state = State.canceled;
        }
        LOG.info("enriching again: {}", progress());
    }

    private interface Reader {
        void read(ConsumerRecord<byte[], byte[]> record)
                throws ExecutionException, TimeoutException, InterruptedException;
    }

    private Map<String, Newest> newest(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends)
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, Newest> newest = new HashMap<>();
        readTo(consumer, ends, record -> {
            if (record.value() != null && record.key() != null) {
                newest.merge(key(record), place(record), (known, found) -> known.isBefore(found) ? found : known);
            }
        });
        return newest;
    }

    private void readTo(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Reader reader)
            throws ExecutionException, TimeoutException, InterruptedException {
        while (state == State.running
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(POLL)) {
                if (state != State.running) {
                    return;
                }
                read.incrementAndGet();
                reader.read(record);
            }
        }
    }

    private void again(ConsumerRecord<byte[], byte[]> record, Map<String, Newest> newest)
            throws ExecutionException, TimeoutException, InterruptedException {
        if (record.key() == null || !place(record).equals(newest.get(key(record)))) {
            return;
        }
        for (ArticleEnriched story : log.read(record).toList()) {
            if (choice.takes(story, enricher)) {
                long began = System.nanoTime();
                chosen.incrementAndGet();
                send(story);
                LockSupport.parkNanos(1_000_000_000L / perSecond - (System.nanoTime() - began));
            }
        }
    }

    private void send(ArticleEnriched story) throws ExecutionException, TimeoutException, InterruptedException {
        switch (new Reenricher(enricher).again(story)) {
            case Reenricher.Outcome.Changed(var again) -> {
                sender.sendRevised(again);
                changed.incrementAndGet();
            }
            case Reenricher.Outcome.Unchanged() -> {}
            case Reenricher.Outcome.Failed(var cause) -> {
                LOG.warn("receipt {} stays as it is: {}", story.getReceipt().getId(), cause);
                failed.incrementAndGet();
            }
        }
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }

    private static Newest place(ConsumerRecord<byte[], byte[]> record) {
        var header = record.headers().lastHeader(Headers.VERSION);
        String version = header == null ? "" : new String(header.value(), UTF_8);
        return new Newest(
                // what another hand wrote has no version: it is never the newest where ours has one
                version.matches("\\d{1,18}") ? Long.parseLong(version) : Long.MIN_VALUE,
                record.timestamp(),
                record.topic(),
                record.partition(),
                record.offset());
    }
}
