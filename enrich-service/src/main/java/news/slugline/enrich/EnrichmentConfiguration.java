package news.slugline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import news.slugline.enrich.media.MediaStore;
import news.slugline.enrich.step.EntitiesStep;
import news.slugline.enrich.step.LanguageStep;
import news.slugline.enrich.step.PicturesStep;
import news.slugline.enrich.step.TextStep;
import news.slugline.enrich.step.TopicsStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps in the order in which they run. */
@Configuration(proxyBeanMethods = false)
class EnrichmentConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Enricher enricher(EnrichmentProperties enrichment, MediaProperties media, MeterRegistry meters, Clock clock) {
        var text = enrichment.textBudget();
        var pictures = enrichment.pictureBudget();
        return new Enricher(
                List.of(
                        // the language first: names and topics are looked up by it
                        new StepRunner(new LanguageStep(), text, meters),
                        new StepRunner(new EntitiesStep(), text, meters),
                        new StepRunner(new TopicsStep(), text, meters),
                        new StepRunner(new TextStep(), text, meters),
                        new StepRunner(new PicturesStep(new MediaStore(media.folder())), pictures, meters)),
                clock);
    }
}
