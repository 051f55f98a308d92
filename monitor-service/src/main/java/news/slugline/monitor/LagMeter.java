package news.slugline.monitor;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Measures how far every consumer group of the pipeline is behind, whether or not its service runs. */
@Component
class LagMeter {

    private static final Logger log = LoggerFactory.getLogger(LagMeter.class);

    private final Admin admin;
    private final MultiGauge gauges;
    private volatile List<Lag> latest = List.of();

    LagMeter(KafkaAdmin settings, MeterRegistry meters) {
        this.admin = Admin.create(settings.getConfigurationProperties());
        this.gauges = MultiGauge.builder("slugline.consumer.lag")
                .description("records written and not yet handled")
                .register(meters);
    }

    /** As of the last measurement, the furthest behind first. */
    List<Lag> latest() {
        return latest;
    }

    @Scheduled(fixedDelay = 5_000)
    void measure() throws InterruptedException {
        try {
            latest = lags();
            gauges.register(
                    latest.stream()
                            .map(lag -> MultiGauge.Row.of(
                                    Tags.of("group", lag.group(), "topic", lag.topic()), lag.records()))
                            .toList(),
                    true);
        } catch (ExecutionException e) {
            log.warn("the broker does not tell the consumer lag: {}", e.getMessage());
        }
    }

    private List<Lag> lags() throws ExecutionException, InterruptedException {
        var groups = admin.listGroups().all().get().stream()
                .collect(Collectors.toMap(group -> group.groupId(), _ -> new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
                admin.listConsumerGroupOffsets(groups).all().get();
        var ends = admin.listOffsets(committed.values().stream()
                        .flatMap(offsets -> offsets.keySet().stream())
                        .distinct()
                        .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                .all()
                .get();
        return committed.entrySet().stream()
                .flatMap(group -> lags(group.getKey(), group.getValue(), ends))
                .sorted((a, b) -> Long.compare(b.records(), a.records()))
                .toList();
    }

    private static Stream<Lag> lags(
            String group,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        return ends.entrySet().stream()
                .filter(end -> committed.containsKey(end.getKey()))
                .collect(Collectors.groupingBy(
                        end -> end.getKey().topic(),
                        Collectors.summingLong(end -> end.getValue().offset()
                                - requireNonNull(committed.get(end.getKey())).offset())))
                .entrySet()
                .stream()
                .map(topic -> new Lag(group, topic.getKey(), topic.getValue()));
    }
}
