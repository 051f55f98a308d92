package news.slugline.publish;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import news.slugline.schemas.EventDeserializer;
import news.slugline.schemas.Topic;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.kafka.autoconfigure.ConcurrentKafkaListenerContainerFactoryConfigurer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.LoggingProducerListener;
import org.springframework.kafka.support.ProducerListener;

/** Topics, listener threads and the error policy of this service. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    private static final int ROUTINE_THREADS = 3;
    private static final int FLASH_THREADS = 2;

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

    /** Logs a failed send without the record: what it holds may be under embargo. */
    @Bean
    ProducerListener<Object, Object> sendFailures() {
        var listener = new LoggingProducerListener<Object, Object>();
        listener.setIncludeContents(false);
        return listener;
    }

    @Bean
    DefaultErrorHandler errorHandler(ProducerFactory<?, ?> producers, MeterRegistry meters) {
        return KafkaErrorPolicy.errorHandler(producers, meters);
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<Object, Object> routineListeners(
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer,
            ConsumerFactory<Object, Object> consumers,
            EventDeserializer events) {
        return listeners("routine-", ROUTINE_THREADS, configurer, consumers, events);
    }

    @Bean
    ConcurrentKafkaListenerContainerFactory<Object, Object> flashListeners(
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer,
            ConsumerFactory<Object, Object> consumers,
            EventDeserializer events) {
        return listeners("flash-", FLASH_THREADS, configurer, consumers, events);
    }

    private static ConcurrentKafkaListenerContainerFactory<Object, Object> listeners(
            String threadPrefix,
            int threads,
            ConcurrentKafkaListenerContainerFactoryConfigurer configurer,
            ConsumerFactory<Object, Object> consumers,
            EventDeserializer events) {
        var factory = new ConcurrentKafkaListenerContainerFactory<Object, Object>();
        configurer.configure(factory, consumers);
        factory.setConcurrency(threads);
        factory.setRecordMessageConverter(new EventConverter(events));
        factory.setRecordInterceptor(new TransactionLogging());
        // Platform threads: busy virtual threads share few carriers, and a flash would wait behind routine work.
        factory.getContainerProperties().setListenerTaskExecutor(new SimpleAsyncTaskExecutor(threadPrefix));
        return factory;
    }
}
