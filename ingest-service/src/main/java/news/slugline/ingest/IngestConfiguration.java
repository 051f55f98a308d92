package news.slugline.ingest;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import news.slugline.ingest.copy.Ingestion;
import news.slugline.ingest.format.Formats;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Time and chance, which everything else has passed in, and the pure function that they stay out of. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IngestConfiguration {

    /** A page of 10 MB takes well below a second. */
    private static final Duration READING_BUDGET = Duration.ofSeconds(10);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ingestion ingestion() {
        return new Ingestion(new Formats(), READING_BUDGET);
    }

    /** Keys of desks: 256 bits of chance, in letters that a shell leaves alone. */
    @Bean
    Supplier<String> newKeys() {
        var random = new SecureRandom();
        return () -> {
            byte[] key = new byte[32];
            random.nextBytes(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        };
    }

    @Bean
    TimeBasedEpochGenerator receiptIds() {
        return Generators.timeBasedEpochGenerator();
    }
}
