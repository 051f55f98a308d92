package news.slugline.publish.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.slugline.event.CopySettled;
import news.slugline.event.StoryPublished;
import news.slugline.local.TestStack;
import news.slugline.publish.OnTestStack;
import news.slugline.publish.Pieces;
import news.slugline.publish.Told;
import news.slugline.publish.settle.Publication;
import news.slugline.publish.story.StoredEvents;
import news.slugline.schemas.EventDeserializer;
import news.slugline.schemas.Headers;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;

@OnTestStack
class PublicationLogRelayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TOPICS = List.of("story.published", "copy.settled");

    @Autowired
    private Publication publication;

    @Autowired
    private PublicationLogRelay relay;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ConsumerFactory<Object, Object> consumers;

    @Autowired
    private EventDeserializer events;

    private Told told;

    /** A record as it lies in its topic. */
    private record Sent(TopicPartition place, String transaction, long sequence) {}

    @BeforeEach
    void look(@Autowired StoredEvents stored) {
        told = new Told(jdbc, stored);
    }

    @Test
    void sendsEveryEntryOnceAndInSequence() {
        publish(20);

        awaitAllSent();
        assertThat(sent()).allSatisfy(record -> assertThat(record.transaction()).isNotEmpty());
    }

    @Test
    void sendsNothingTwiceAfterACrashBetweenSendingAndNotingIt() {
        publish(10);
        awaitAllSent();
        relay.stop();
        jdbc.sql("update relay_position set sequence = sequence - 8").update();
        publish(3);

        relay.start();

        awaitAllSent();
    }

    @Test
    void neverGivesASequenceTwiceWhenTheDatabaseIsBehindTheTopics() {
        publish(2);
        awaitAllSent();
        long last = told.head();
        relay.stop();
        jdbc.sql("delete from publication_log where sequence > ?")
                .param(last - 3)
                .update();
        jdbc.sql("update publication_head set sequence = ?").param(last - 3).update();
        jdbc.sql("update relay_position set sequence = ?").param(last - 3).update();

        relay.start();
        publish(1);

        awaitAllSent();
        assertThat(sequences(sent())).contains(last + 1, last + 2);
    }

    @Test
    void waitsForABrokerThatIsAway() {
        publish(1);
        awaitAllSent();
        TestStack.shared().stopBroker();
        try {
            publish(5);
        } finally {
            TestStack.shared().startBroker();
        }

        awaitAllSent();
    }

    private void publish(int stories) {
        IntStream.range(0, stories)
                .forEach(_ -> publication.publish(Pieces.ofNewStory().build()));
    }

    /** Everything in the log is in the topics, once each, ascending in each partition. */
    private void awaitAllSent() {
        List<Long> logged = jdbc.sql("select sequence from publication_log order by sequence")
                .query(Long.class)
                .list();
        List<Sent> all = await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(this::sent, found -> sequences(found).containsAll(logged));
        assertThat(sequences(all)).doesNotHaveDuplicates();
        all.stream()
                .collect(groupingBy(Sent::place, mapping(Sent::sequence, toList())))
                .forEach((place, sequences) ->
                        assertThat(sequences).as(place.toString()).isSorted());
    }

    private static List<Long> sequences(List<Sent> sent) {
        return sent.stream().map(Sent::sequence).toList();
    }

    private List<Sent> sent() {
        var found = new ArrayList<Sent>();
        try (Consumer<Object, Object> consumer = consumers.createConsumer(null, "test-", null)) {
            var places = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(places);
            consumer.seekToBeginning(places);
            Map<TopicPartition, Long> ends = consumer.endOffsets(places);
            while (places.stream().anyMatch(place -> consumer.position(place) < ends.get(place))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> found.add(new Sent(
                                new TopicPartition(record.topic(), record.partition()),
                                new String(
                                        record.headers()
                                                .lastHeader(Headers.TRANSACTION_ID)
                                                .value(),
                                        UTF_8),
                                sequence(events.deserialize(
                                        record.topic(), record.headers(), (byte[]) record.value())))));
            }
        }
        return found;
    }

    private static long sequence(SpecificRecord event) {
        return event instanceof StoryPublished published
                ? published.getSequence()
                : ((CopySettled) event).getSequence();
    }
}
