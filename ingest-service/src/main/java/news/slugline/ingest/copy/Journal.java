package news.slugline.ingest.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.slugline.event.ArticleIngested;
import news.slugline.event.CopyReceived;
import news.slugline.event.CopyRejected;
import news.slugline.event.Receipt;
import news.slugline.schemas.Headers;
import news.slugline.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes what was handed in, and what was understood, to the topics.
 *
 * <p>Every method returns only when all in-sync replicas hold the record, and throws {@link
 * JournalUnavailableException} when that cannot be said: the record may or may not be there, so the caller tries again.
 */
@Component
public class Journal {

    /** Longer than the producer's delivery timeout, so that the producer has the last word. */
    private static final long PATIENCE_SECONDS = 25;

    private final KafkaTemplate<String, SpecificRecord> kafka;

    Journal(KafkaTemplate<String, SpecificRecord> kafka) {
        this.kafka = kafka;
    }

    public void append(CopyReceived event) {
        send(Topic.COPY_RECEIVED, event.getUri(), event, event.getReceipt(), event.getVersion());
    }

    public void append(CopyRejected event) {
        send(Topic.COPY_REJECTED, event.getReceipt().getId(), event, event.getReceipt(), 0);
    }

    public void append(ArticleIngested event) {
        Topic topic = switch (event.getReceipt().getLane()) {
            case routine -> Topic.ARTICLE_INGESTED;
            case flash -> Topic.ARTICLE_INGESTED_FLASH;
        };
        var article = event.getArticle();
        send(topic, article.getUri(), event, event.getReceipt(), article.getVersion());
    }

    private void send(Topic topic, String key, SpecificRecord event, Receipt receipt, long version) {
        var record = new ProducerRecord<>(topic.topicName(), key, event);
        record.headers()
                .add(Headers.TRANSACTION_ID, receipt.getId().getBytes(UTF_8))
                .add(Headers.DESK, receipt.getDesk().getBytes(UTF_8))
                .add(Headers.LANE, receipt.getLane().name().getBytes(UTF_8))
                .add(Headers.VERSION, Long.toString(version).getBytes(UTF_8));
        try {
            kafka.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new JournalUnavailableException(topic.topicName(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailableException(topic.topicName(), e);
        }
    }
}
