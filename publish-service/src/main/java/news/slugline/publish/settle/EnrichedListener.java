package news.slugline.publish.settle;

import news.slugline.event.ArticleEnriched;
import news.slugline.schemas.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;

/**
 * Takes enriched articles from both lanes, and those enriched anew, each with threads of its own.
 *
 * <p>Offsets move after the effect is durable: returning is the acknowledgement. A null is a tombstone that compaction
 * left, and says nothing.
 */
@Component
class EnrichedListener {

    private final Publication publication;

    EnrichedListener(Publication publication) {
        this.publication = publication;
    }

    @KafkaListener(topics = Topic.Names.ARTICLE_ENRICHED, groupId = "publish", containerFactory = "routineListeners")
    void routine(@Payload(required = false) @Nullable ArticleEnriched enriched) {
        publish(enriched);
    }

    @KafkaListener(
            topics = Topic.Names.ARTICLE_ENRICHED_FLASH,
            groupId = "publish-flash",
            containerFactory = "flashListeners")
    void flash(@Payload(required = false) @Nullable ArticleEnriched enriched) {
        publish(enriched);
    }

    @KafkaListener(
            topics = Topic.Names.ARTICLE_ENRICHED_REVISED,
            groupId = "publish-revised",
            containerFactory = "routineListeners")
    void revised(@Payload(required = false) @Nullable ArticleEnriched enriched) {
        publish(enriched);
    }

    private void publish(@Nullable ArticleEnriched enriched) {
        if (enriched != null) {
            publication.publish(enriched);
        }
    }
}
