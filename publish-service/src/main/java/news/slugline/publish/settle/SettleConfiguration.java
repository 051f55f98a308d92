package news.slugline.publish.settle;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The clock by which stories are published and embargoes end. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SettleConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
