package news.slugline.monitor;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import news.slugline.schemas.EventDeserializer;
import news.slugline.schemas.Topic;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** Topics, listeners and the error policy of this service. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    private static final Logger log = LoggerFactory.getLogger(KafkaConfiguration.class);

    @Bean
    NewTopics topics() {
        return new NewTopics(Topic.declarations().toArray(NewTopic[]::new));
    }

    @Bean(destroyMethod = "close")
    EventDeserializer eventDeserializer(KafkaProperties kafka) {
        var deserializer = new EventDeserializer();
        deserializer.configure(Map.copyOf(kafka.getProperties()), false);
        return deserializer;
    }

    /**
     * Waits for the database as long as it is away, and passes over what it cannot read: dead letters are written by
     * the service that handles a record, never by the one that watches.
     */
    @Bean
    DefaultErrorHandler errorHandler() {
        var handler = new DefaultErrorHandler((record, failure) -> log.warn(
                "passed over {}-{} at {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                failure.getMessage()));
        handler.setClassifications(Map.of(), true);
        handler.setBackOffFunction((record, failure) -> backOff(failure));
        return handler;
    }

    private static BackOff backOff(Exception failure) {
        boolean outage = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof RetriableException
                        || cause instanceof DataAccessResourceFailureException
                        || cause instanceof TransientDataAccessException
                        || cause instanceof CannotCreateTransactionException);
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        return outage ? backOff : new FixedBackOff(200, 1);
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<Object, Object> ledgerListeners(
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer,
            ConsumerFactory<Object, Object> consumers,
            EventDeserializer events) {
        var factory = new ConcurrentKafkaListenerContainerFactory<Object, Object>();
        configurer.configure(factory, consumers);
        factory.setRecordMessageConverter(new EventConverter(events));
        factory.setRecordInterceptor(new TransactionLogging());
        return factory;
    }
}
