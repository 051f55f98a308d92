package news.slugline.publish.settle;

import news.slugline.event.EnrichmentEdited;
import news.slugline.schemas.Topic;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Carries out what editors decide. Offsets move after the effect is durable. */
@Component
class EditedListener {

    private final Publication publication;

    EditedListener(Publication publication) {
        this.publication = publication;
    }

    @KafkaListener(
            topics = Topic.Names.ENRICHMENT_EDITED,
            groupId = "publish-edited",
            containerFactory = "flashListeners")
    void onEdited(EnrichmentEdited edit) {
        publication.edit(edit);
    }
}
