package news.slugline.ingest.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A feed that is read for a desk. */
record Feed(
        UUID id,
        String desk,
        String url,
        int intervalSeconds,
        @Nullable String etag,
        @Nullable String lastModified,
        int failures,
        @Nullable String lastError,
        @Nullable Instant lastSuccessAt,
        Instant nextAt,
        boolean isStopped,
        @Nullable String hub,
        @Nullable String topic,
        @Nullable String secret,
        @Nullable Instant leaseUntil) {

    boolean isSubscribedAt(Instant now) {
        return leaseUntil != null && leaseUntil.isAfter(now);
    }
}
