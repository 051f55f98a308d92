package news.slugline.ingest.copy;

import java.time.Instant;
import java.util.Optional;

/**
 * An article that a desk has handed in before, as far as a notice may name it.
 *
 * @param version the newest; 0 where it is not known
 * @param sluglineKey as {@link Identity#sluglineKey} makes it; empty where the copy had none
 */
record KnownArticle(
        String uri,
        long version,
        Optional<String> providerId,
        String sluglineKey,
        String headline,
        Instant receivedAt) {}
