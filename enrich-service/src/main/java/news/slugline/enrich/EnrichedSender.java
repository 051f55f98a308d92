package news.slugline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.ArticleIngested;
import news.slugline.event.Receipt;
import news.slugline.schemas.Headers;
import news.slugline.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes articles to the topics behind enrichment.
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

    /** Sends an article on for the first time, by its lane. */
    void send(ArticleEnriched event) throws ExecutionException, TimeoutException, InterruptedException {
        Topic topic = switch (event.getReceipt().getLane()) {
            case routine -> Topic.ARTICLE_ENRICHED;
            case flash -> Topic.ARTICLE_ENRICHED_FLASH;
        };
        send(topic, event.getReceipt(), event.getArticle(), event);
    }

    /** Sends an article that has been enriched anew behind what was sent of it before. */
    void sendRevised(ArticleEnriched event) throws ExecutionException, TimeoutException, InterruptedException {
        send(Topic.ARTICLE_ENRICHED_REVISED, event.getReceipt(), event.getArticle(), event);
    }

    /** Puts an article by whose enrichment is to be completed. */
    void sendIncomplete(ArticleIngested event) throws ExecutionException, TimeoutException, InterruptedException {
        send(Topic.ARTICLE_INCOMPLETE, event.getReceipt(), event.getArticle(), event);
    }

    private void send(Topic topic, Receipt receipt, Article article, SpecificRecord event)
            throws ExecutionException, TimeoutException, InterruptedException {
        var record = new ProducerRecord<String, SpecificRecord>(topic.topicName(), article.getUri(), event);
        record.headers()
                .add(Headers.TRANSACTION_ID, receipt.getId().getBytes(UTF_8))
                .add(Headers.DESK, receipt.getDesk().getBytes(UTF_8))
                .add(Headers.LANE, receipt.getLane().name().getBytes(UTF_8))
                .add(Headers.VERSION, Long.toString(article.getVersion()).getBytes(UTF_8));
        kafka.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
