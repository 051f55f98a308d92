package news.slugline.ingest;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import news.slugline.ingest.copy.Ingestion;
import news.slugline.ingest.format.Formats;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Time and chance, which everything else has passed in, and the pure function that they stay out of. */
@Configuration(proxyBeanMethods = false)
class IngestConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ingestion ingestion() {
        return new Ingestion(new Formats());
    }

    @Bean
    TimeBasedEpochGenerator receiptIds() {
        return Generators.timeBasedEpochGenerator();
    }
}
