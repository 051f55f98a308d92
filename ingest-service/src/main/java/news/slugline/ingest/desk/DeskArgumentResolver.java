package news.slugline.ingest.desk;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the {@link Desk} whose key the request carries; without one the request ends here. */
@Component
public class DeskArgumentResolver implements HandlerMethodArgumentResolver {

    private final Desks desks;
    private final MeterRegistry meters;

    DeskArgumentResolver(Desks desks, MeterRegistry meters) {
        this.desks = desks;
        this.meters = meters;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Desk.class;
    }

    @Override
    public Desk resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return desks.authenticate(request.getHeader(HttpHeaders.AUTHORIZATION)).orElseThrow(() -> {
            meters.counter("slugline.copy.rejected", "desk", "unknown", "reason", "unknown-key")
                    .increment();
            return new UnknownKeyException();
        });
    }
}
