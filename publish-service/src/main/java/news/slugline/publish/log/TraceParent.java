package news.slugline.publish.log;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The W3C trace context (https://www.w3.org/TR/trace-context/) of the work in hand, as a {@code traceparent}.
 *
 * <p>Kept with the log entry: the relay sends from another thread, perhaps after a restart, and the trace goes on there.
 */
@Component
class TraceParent {

    /** The name of the record header, as the standard names it. */
    static final String HEADER = "traceparent";

    private final Tracer tracer;

    TraceParent(ObjectProvider<Tracer> tracers) {
        this.tracer = tracers.getIfAvailable(() -> Tracer.NOOP);
    }

    /** Empty where nothing is being traced. */
    Optional<String> current() {
        return Optional.ofNullable(tracer.currentSpan())
                .map(Span::context)
                .filter(context -> !context.traceId().isEmpty())
                .map(context -> "00-%s-%s-%s"
                        .formatted(
                                context.traceId(),
                                context.spanId(),
                                Boolean.TRUE.equals(context.sampled()) ? "01" : "00"));
    }
}
