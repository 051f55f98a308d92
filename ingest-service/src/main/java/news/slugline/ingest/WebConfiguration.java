package news.slugline.ingest;

import java.util.List;
import news.slugline.ingest.desk.DeskArgumentResolver;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells Spring MVC how controllers get the desk that calls. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final DeskArgumentResolver deskArguments;

    WebConfiguration(DeskArgumentResolver deskArguments) {
        this.deskArguments = deskArguments;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(deskArguments);
    }
}
