package news.slugline.enrich;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import news.slugline.enrich.media.FolderMediaStore;
import news.slugline.enrich.media.MediaStore;
import news.slugline.enrich.media.PictureFetcher;
import news.slugline.enrich.media.Renditions;
import news.slugline.enrich.media.S3MediaStore;
import news.slugline.enrich.related.RelatedStories;
import news.slugline.enrich.step.EnrichmentStep;
import news.slugline.enrich.step.EntitiesStep;
import news.slugline.enrich.step.LanguageStep;
import news.slugline.enrich.step.PicturesStep;
import news.slugline.enrich.step.RelatedStep;
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
    MediaStore mediaStore(MediaProperties media) {
        return media.s3()
                .<MediaStore>map(s3 -> new S3MediaStore(
                        S3MediaStore.client(s3.endpoint(), s3.region(), s3.accessKey(), s3.secretKey()), s3.bucket()))
                .orElseGet(() -> new FolderMediaStore(media.folder()));
    }

    @Bean
    RelatedStories relatedStories(EnrichmentProperties enrichment) {
        return new RelatedStories(enrichment.relatedStories());
    }

    @Bean
    List<EnrichmentStep> steps(MediaProperties media, MediaStore store, RelatedStories related, Clock clock) {
        var fetcher = Optional.of(media)
                .filter(MediaProperties::fetch)
                .map(settings -> new PictureFetcher(settings.allowedNetworks()));
        return List.of(
                // the language first: names and topics are looked up by it; pictures before names: captions name them
                new LanguageStep(),
                new PicturesStep(new Renditions(store), fetcher),
                new EntitiesStep(),
                new TopicsStep(),
                new TextStep(),
                new RelatedStep(related, clock));
    }

    @Bean
    Enricher enricher(List<EnrichmentStep> steps, EnrichmentProperties enrichment, MeterRegistry meters, Clock clock) {
        return new Enricher(
                steps.stream()
                        .map(step -> new StepRunner(
                                step,
                                step instanceof PicturesStep ? enrichment.pictureBudget() : enrichment.textBudget(),
                                meters))
                        .toList(),
                clock);
    }
}
