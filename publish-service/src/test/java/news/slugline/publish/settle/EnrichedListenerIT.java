package news.slugline.publish.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import news.slugline.publish.OnTestStack;
import news.slugline.publish.Pieces;
import news.slugline.publish.Told;
import news.slugline.publish.story.StoredEvents;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

@OnTestStack
class EnrichedListenerIT {

    @Autowired
    private KafkaTemplate<String, SpecificRecord> kafka;

    @ParameterizedTest
    @ValueSource(strings = {"article.enriched", "article.enriched.flash", "article.enriched.revised"})
    void publishesWhatComesOnEachTopicAndPassesOverTombstones(
            String topic, @Autowired JdbcClient jdbc, @Autowired StoredEvents events) throws Exception {
        String uri = "urn:test:" + UUID.randomUUID();

        kafka.send(topic, uri, null).get();
        kafka.send(topic, uri, Pieces.of(uri).build()).get();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(new Told(jdbc, events).about(uri))
                        .containsExactly("story published", "copy published"));
    }
}
