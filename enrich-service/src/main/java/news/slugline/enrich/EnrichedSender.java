package news.slugline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.slugline.event.ArticleEnriched;
import news.slugline.schemas.Headers;
import news.slugline.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes enriched articles to the topic of their lane.
 *
 * <p>Returns only when all in-sync replicas hold the record; when that cannot be said it throws, and the caller tries
 * again.
 */
@Component
class EnrichedSender {

    /** Longer than the producer's delivery timeout, so that the producer has the last word. */
    private static final long PATIENCE_SECONDS = 25;

    private final KafkaTemplate<String, SpecificRecord> kafka;

    EnrichedSender(KafkaTemplate<String, SpecificRecord> kafka) {
        this.kafka = kafka;
    }

    void send(ArticleEnriched event) throws ExecutionException, TimeoutException, InterruptedException {
        Topic topic = switch (event.getReceipt().getLane()) {
            case routine -> Topic.ARTICLE_ENRICHED;
            case flash -> Topic.ARTICLE_ENRICHED_FLASH;
        };
        kafka.send(record(topic, event)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static ProducerRecord<String, SpecificRecord> record(Topic topic, ArticleEnriched event) {
        var receipt = event.getReceipt();
        var article = event.getArticle();
        var record = new ProducerRecord<String, SpecificRecord>(topic.topicName(), article.getUri(), event);
        record.headers()
                .add(Headers.TRANSACTION_ID, receipt.getId().getBytes(UTF_8))
                .add(Headers.DESK, receipt.getDesk().getBytes(UTF_8))
                .add(Headers.LANE, receipt.getLane().name().getBytes(UTF_8))
                .add(Headers.VERSION, Long.toString(article.getVersion()).getBytes(UTF_8));
        return record;
    }
}
