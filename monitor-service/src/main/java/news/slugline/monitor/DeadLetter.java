package news.slugline.monitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service could not handle, as its headers tell.
 *
 * @param topic the dead-letter topic
 * @param transactionId the receipt id, where the record carries one
 */
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String transactionId,
        @Nullable String desk,
        String reason,
        Instant at) {}
