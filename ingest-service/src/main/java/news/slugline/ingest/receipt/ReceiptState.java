package news.slugline.ingest.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a desk is told of a piece that it handed in.
 *
 * @param headline the article's, as far as it was understood
 * @param status "received" while in flight, then a {@link news.slugline.event.Settlement}
 * @param url of the story's page, where it has one
 * @param reason why it is not plainly published
 * @param remedy what to do about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptState(
        String receiptId,
        @Nullable String uri,
        @Nullable Long version,
        @Nullable String headline,
        String status,
        @Nullable String url,
        @Nullable String reason,
        @Nullable String remedy,
        Instant receivedAt,
        @Nullable Instant settledAt) {}
