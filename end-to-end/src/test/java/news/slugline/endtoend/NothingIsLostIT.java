package news.slugline.endtoend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import news.slugline.event.Change;
import news.slugline.event.CopySettled;
import news.slugline.event.StoryPublished;
import news.slugline.schemas.EventDeserializer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Processes die under load, and every article that was accepted is published once. */
class NothingIsLostIT {

    private static final int ARTICLES = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Pipeline pipeline = Pipeline.shared();

    @Test
    void losesAndDoublesNothingWhenTheDatabaseStopsForTwentySeconds() throws Exception {
        survives("database", () -> {
            pipeline.stack().stopPostgres();
            LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
            pipeline.stack().startPostgres();
        });
    }

    @Test
    void losesAndDoublesNothingWhenTheBrokerIsRestarted() throws Exception {
        survives("broker", () -> pipeline.stack().restartBroker());
    }

    @Test
    void losesAndDoublesNothingWhenIngestIsKilled() throws Exception {
        survives("ingest", () -> pipeline.killAndRestart("ingest"));
    }

    @Test
    void losesAndDoublesNothingWhenEnrichIsKilled() throws Exception {
        survives("enrich", () -> pipeline.killAndRestart("enrich"));
    }

    @Test
    void losesAndDoublesNothingWhenPublishIsKilled() throws Exception {
        survives("publish", () -> pipeline.killAndRestart("publish"));
    }

    private void survives(String name, Runnable calamity) throws Exception {
        String prefix = "urn:test:load:" + name + ":";
        try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> receipts = new ArrayList<>();
            IntStream.range(0, ARTICLES / 4).forEach(i -> receipts.add(desks.submit(() -> handIn(prefix, i))));
            Future<?> disaster = desks.submit(calamity);
            IntStream.range(ARTICLES / 4, ARTICLES).forEach(i -> receipts.add(desks.submit(() -> handIn(prefix, i))));
            disaster.get();
            for (Future<String> receipt : receipts) {
                receipt.get();
            }
        }
        pipeline.awaitHealthy();

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(firstPublications(prefix)).hasSize(ARTICLES));
        assertThat(firstPublications(prefix).values()).allMatch(times -> times == 1);
        assertThat(sequences()).doesNotHaveDuplicates().isSorted();
        await().atMost(PATIENCE).untilAsserted(() -> everyReceiptHasEndedOnce(prefix));
        await().atMost(PATIENCE).untilAsserted(this::theBalanceAddsUp);
    }

    private String handIn(String prefix, int number) {
        return pipeline.handInUntilAccepted(prefix + number, 1, Samples.story(number));
    }

    /** How often each article of this run became visible for the first time: once, however often it was handed in. */
    private Map<String, Long> firstPublications(String prefix) {
        return events("story.published", StoryPublished.class).stream()
                .filter(event -> event.getUri().startsWith(prefix) && event.getChange() == Change.published)
                .collect(groupingBy(StoryPublished::getUri, counting()));
    }

    private List<Long> sequences() {
        return java.util.stream.Stream.concat(
                        events("story.published", StoryPublished.class).stream().map(StoryPublished::getSequence),
                        events("copy.settled", CopySettled.class).stream().map(CopySettled::getSequence))
                .sorted()
                .toList();
    }

    private void everyReceiptHasEndedOnce(String prefix) {
        assertThat(events("copy.settled", CopySettled.class).stream()
                        .filter(event -> event.getUri().startsWith(prefix))
                        .collect(groupingBy(CopySettled::getReceiptId, counting()))
                        .values())
                .allMatch(times -> times == 1);
    }

    private void theBalanceAddsUp() {
        var balances = pipeline.monitor("/balance");
        assertThat(balances.isEmpty()).isFalse();
        for (var balance : balances) {
            assertThat(balance.path("inFlight").asLong()).as(balance.toString()).isZero();
            assertThat(balance.path("received").asLong())
                    .as(balance.toString())
                    .isEqualTo(
                            List.of("published", "held", "superseded", "duplicate", "killed", "rejected", "failed")
                                    .stream()
                                    .mapToLong(state -> balance.path(state).asLong())
                                    .sum());
        }
    }

    private <E> List<E> events(String topic, Class<E> type) {
        try (var deserializer = new EventDeserializer()) {
            deserializer.configure(
                    Map.of("apicurio.registry.url", pipeline.stack().registryUrl()), false);
            return new Topics(pipeline.stack())
                    .read(topic).stream()
                            .filter(record -> record.value()[0] == 0
                                    && record.headers().lastHeader("slugline-transaction-id") != null)
                            .map(record ->
                                    type.cast(deserializer.deserialize(topic, new RecordHeaders(), record.value())))
                            .toList();
        }
    }
}
