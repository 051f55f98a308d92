package news.slugline.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One bad record never blocks a partition, and is kept with its bytes unchanged. */
class PoisonIT {

    private final Pipeline pipeline = Pipeline.shared();
    private final Topics topics = new Topics(pipeline.stack());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy.received",
                "copy.rejected",
                "article.ingested",
                "article.ingested.flash",
                "article.enriched",
                "article.enriched.flash",
                "article.enriched.revised",
                "article.incomplete",
                "enrichment.edited",
                "copy.settled"
            })
    void sendsAPoisonRecordToTheDeadLetterTopicUnchangedAndGoesOn(String topic) throws Exception {
        byte[] key = "urn:test:poison".getBytes(UTF_8);
        byte[] notOurs = ("\u0001 no event of ours " + UUID.randomUUID()).getBytes(UTF_8);
        byte[] cutOff = {0, 0, 0, 0, 1, 42};
        byte[] unknownSchema = {0, 0x7f, 0x7f, 0x7f, 0x7f, 1, 2, 3};

        for (byte[] poison : new byte[][] {notOurs, cutOff, unknownSchema}) {
            topics.write(new ProducerRecord<>(topic, key, poison));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(topics.read(topic + "-dlt")).anySatisfy(record -> {
                        assertThat(record.value()).isEqualTo(poison);
                        assertThat(record.key()).isEqualTo(key);
                        assertThat(record.headers().lastHeader("kafka_dlt-exception-message"))
                                .isNotNull();
                    }));
        }

        String receipt =
                pipeline.handInUntilAccepted("urn:test:after-poison:" + topic, 1, Samples.story(topic.length()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                pipeline.receipt(receipt).path("status").asString())
                        .isEqualTo("published"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"copy.received", "article.ingested", "article.enriched"})
    void deadLettersAPoisonRecordOnce(String topic) throws Exception {
        byte[] poison = ("twice is once too often " + UUID.randomUUID()).getBytes(UTF_8);
        topics.write(new ProducerRecord<>(topic, "urn:test:poison-once".getBytes(UTF_8), poison));
        String receipt = pipeline.handInUntilAccepted("urn:test:poison-once", 1, Samples.story(40 + topic.length()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                pipeline.receipt(receipt).path("status").asString())
                        .isNotEqualTo("received"));

        assertThat(topics.read(topic + "-dlt"))
                .filteredOn(record -> java.util.Arrays.equals(record.value(), poison))
                .hasSize(1);
    }
}
