package news.slugline.ingest.copy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import news.slugline.event.CopyReceived;
import news.slugline.event.Lane;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Desks;
import news.slugline.schemas.Headers;
import news.slugline.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.stereotype.Component;

/**
 * Turns every piece in the journal into an article event: the first time, after a crash and on replay alike.
 *
 * <p>The journal is one topic, and each lane has a consumer group of its own on it that passes over the other lane's
 * records by their header, unread; so a flash does not wait behind an archive load.
 */
@Component
class JournalListener {

    private final Ingestion ingestion;
    private final Desks desks;
    private final Journal journal;
    private final KnownArticles knownArticles;
    private final Notices notices;

    private final MeterRegistry meters;
    private final Timer latency;
    private final Clock clock;

    JournalListener(
            Ingestion ingestion,
            Desks desks,
            Journal journal,
            KnownArticles knownArticles,
            Notices notices,
            MeterRegistry meters,
            Clock clock) {
        this.ingestion = ingestion;
        this.desks = desks;
        this.journal = journal;
        this.knownArticles = knownArticles;
        this.notices = notices;
        this.meters = meters;
        this.clock = clock;
        this.latency = Timer.builder("slugline.stage.latency")
                .description("from the door to article.ingested")
                .tag("stage", "ingest")
                .publishPercentileHistogram()
                .register(meters);
    }

    @KafkaListener(
            id = "ingest",
            topics = Topic.Names.COPY_RECEIVED,
            containerFactory = "routineListeners",
            filter = "skipFlash")
    void onRoutine(CopyReceived event) {
        handle(event);
    }

    @KafkaListener(
            id = "ingest-flash",
            topics = Topic.Names.COPY_RECEIVED,
            containerFactory = "flashListeners",
            filter = "skipRoutine")
    void onFlash(CopyReceived event) {
        handle(event);
    }

    private void handle(CopyReceived event) {
        Desk desk = desks.named(event.getReceipt().getDesk());
        switch (ingestion.ingest(event, desk)) {
            case Ingestion.Ingested(var article, var understood) -> {
                journal.append(article);
                if (Identity.isNotice(event.getUri())) {
                    notices.add(event, understood);
                } else {
                    knownArticles.remember(
                            article,
                            event,
                            Identity.sluglineKey(understood.article().getSlugline()));
                }
                latency.record(Duration.between(event.getReceipt().getReceivedAt(), clock.instant()));
            }
            case Ingestion.Refused(var rejection) -> {
                journal.append(rejection);
                meters.counter("slugline.copy.rejected", "desk", desk.name(), "reason", rejection.getReason())
                        .increment();
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Lanes {

        @Bean
        RecordFilterStrategy<Object, Object> skipFlash() {
            return Lanes::isFlash;
        }

        @Bean
        RecordFilterStrategy<Object, Object> skipRoutine() {
            return record -> !isFlash(record);
        }

        /** A record without the header is routine, so that exactly one group takes it. */
        private static boolean isFlash(ConsumerRecord<?, ?> record) {
            var lane = record.headers().lastHeader(Headers.LANE);
            return lane != null && Lane.flash.name().equals(new String(lane.value(), UTF_8));
        }
    }
}
