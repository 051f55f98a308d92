package news.slugline.ingest.feed;

import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the feed door that have no other state than their settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedsProperties.class)
class FeedConfiguration {

    @Bean
    AddressGuard addressGuard(FeedsProperties properties) {
        return new AddressGuard(Set.copyOf(properties.allowedPrivateHosts()));
    }

    @Bean
    Fetcher fetcher(AddressGuard guard, FeedsProperties properties) {
        return new Fetcher(guard, properties.contact());
    }

    @Bean
    RandomGenerator random() {
        return RandomGenerator.getDefault();
    }
}
