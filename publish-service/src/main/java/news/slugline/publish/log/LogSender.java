package news.slugline.publish.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import news.slugline.schemas.Headers;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends entries of the log to their topics.
 *
 * <p>Its producer never gives up on a record: one that had expired could be followed in its partition by a later one,
 * and would then count as sent. So a broker outage is waited for here, and records keep their order.
 */
@Component
class LogSender implements DisposableBean {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final DefaultKafkaProducerFactory<String, SpecificRecord> producers;
    private final KafkaTemplate<String, SpecificRecord> template;

    LogSender(ProducerFactory<?, ?> configured) {
        var settings = new HashMap<>(configured.getConfigurationProperties());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        producers = new DefaultKafkaProducerFactory<>(settings);
        producers.setPhysicalCloseTimeout((int) CLOSE_TIMEOUT.toSeconds());
        template = new KafkaTemplate<>(producers);
    }

    /** Returns when all are acknowledged. When it throws, none of them is on its way any more, and some may have arrived. */
    void send(List<RelayLeadership.Unsent> entries, TopicEnds.Ends ends)
            throws InterruptedException, ExecutionException {
        var sent = new ArrayList<CompletableFuture<?>>();
        try {
            for (var entry : entries) {
                sent.add(template.send(record(entry, ends)));
            }
        } finally {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get();
        }
    }

    private ProducerRecord<String, SpecificRecord> record(RelayLeadership.Unsent entry, TopicEnds.Ends ends) {
        int partition = ends.partition(entry.topic(), entry.key()).partition();
        var record = new ProducerRecord<>(entry.topic(), partition, entry.key(), entry.event());
        record.headers()
                .add(Headers.TRANSACTION_ID, entry.receiptId().getBytes(UTF_8))
                .add(Headers.DESK, entry.desk().getBytes(UTF_8));
        entry.traceParent().ifPresent(parent -> record.headers().add(TraceParent.HEADER, parent.getBytes(UTF_8)));
        return record;
    }

    @Override
    public void destroy() {
        producers.destroy();
    }
}
