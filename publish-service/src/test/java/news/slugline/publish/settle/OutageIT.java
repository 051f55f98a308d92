package news.slugline.publish.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import news.slugline.local.TestStack;
import news.slugline.publish.OnTestStack;
import news.slugline.publish.Pieces;
import news.slugline.publish.Told;
import news.slugline.publish.story.StoredEvents;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

@OnTestStack
class OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private KafkaTemplate<String, SpecificRecord> kafka;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StoredEvents events;

    @Test
    void publishesEverythingOnceWhenTheDatabaseWasAway() {
        List<String> uris = IntStream.range(0, 60)
                .mapToObj(_ -> "urn:test:" + UUID.randomUUID())
                .toList();
        uris.subList(0, 30).forEach(this::send);
        TestStack.shared().stopPostgres();
        try {
            uris.subList(30, 60).forEach(this::send);
        } finally {
            TestStack.shared().startPostgres();
        }

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(uris)
                        .allSatisfy(uri -> assertThat(new Told(jdbc, events).about(uri))
                                .containsExactly("story published", "copy published")));
        await("the relay sends again")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(position()).isEqualTo(new Told(jdbc, events).head()));
    }

    private void send(String uri) {
        kafka.send("article.enriched", uri, Pieces.of(uri).build()).join();
    }

    private long position() {
        return jdbc.sql("select sequence from relay_position").query(Long.class).single();
    }
}
