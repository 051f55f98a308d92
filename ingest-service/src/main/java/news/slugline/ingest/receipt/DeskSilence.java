package news.slugline.ingest.receipt;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Desks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Raises an alert when a desk is silent for longer than its cadence.
 *
 * <p>Counts from the service's start for a desk that never handed anything in.
 */
@Component
class DeskSilence {

    private static final Logger log = LoggerFactory.getLogger(DeskSilence.class);

    private final Desks desks;
    private final Receipts receipts;
    private final Clock clock;
    private final Instant start;
    private final MultiGauge silence;
    private final MultiGauge overdue;
    private Set<String> silent = Set.of();

    DeskSilence(Desks desks, Receipts receipts, Clock clock, MeterRegistry meters) {
        this.desks = desks;
        this.receipts = receipts;
        this.clock = clock;
        this.start = clock.instant();
        this.silence = MultiGauge.builder("slugline.desk.silence")
                .description("time since the desk last handed anything in")
                .baseUnit("seconds")
                .register(meters);
        this.overdue = MultiGauge.builder("slugline.desk.silent")
                .description("1 while the desk is silent for longer than its cadence")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${slugline.desk-silence.every:PT15S}")
    synchronized void look() {
        Instant now = clock.instant();
        Map<String, Instant> last = receipts.lastReceived();
        List<Desk> open = desks.open();
        silence.register(
                open.stream()
                        .map(desk -> row(desk, since(desk, last, now).toSeconds()))
                        .toList(),
                true);
        Set<String> overdueNow = new HashSet<>();
        withCadence(open)
                .filter(desk -> isOverdue(desk, since(desk, last, now)))
                .forEach(desk -> overdueNow.add(desk.name()));
        overdue.register(
                withCadence(open)
                        .map(desk -> row(desk, overdueNow.contains(desk.name()) ? 1 : 0))
                        .toList(),
                true);
        overdueNow.stream()
                .filter(desk -> !silent.contains(desk))
                .forEach(desk -> log.warn("the desk {} is silent for longer than its cadence", desk));
        silent = overdueNow;
    }

    private static Stream<Desk> withCadence(List<Desk> desks) {
        return desks.stream().filter(desk -> desk.cadence() != null);
    }

    private static boolean isOverdue(Desk desk, Duration silence) {
        return desk.cadence() != null && silence.compareTo(desk.cadence()) > 0;
    }

    private Duration since(Desk desk, Map<String, Instant> last, Instant now) {
        return Duration.between(last.getOrDefault(desk.name(), start), now);
    }

    private static MultiGauge.Row<Number> row(Desk desk, Number value) {
        return MultiGauge.Row.of(Tags.of("desk", desk.name()), value);
    }
}
