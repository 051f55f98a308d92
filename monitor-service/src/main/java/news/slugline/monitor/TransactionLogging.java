package news.slugline.monitor;

import java.nio.charset.StandardCharsets;
import news.slugline.schemas.Headers;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.MDC;
import org.springframework.kafka.listener.RecordInterceptor;

/** Puts the transaction id of the record in hand on every log line about it. */
final class TransactionLogging implements RecordInterceptor<Object, Object> {

    private static final String KEY = "transaction";

    @Override
    public ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        var header = record.headers().lastHeader(Headers.TRANSACTION_ID);
        if (header != null) {
            MDC.put(KEY, new String(header.value(), StandardCharsets.UTF_8));
        }
        return record;
    }

    @Override
    public void afterRecord(ConsumerRecord<Object, Object> record, Consumer<Object, Object> consumer) {
        MDC.remove(KEY);
    }
}
