package news.slugline.ingest.format;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a piece of copy came in, which settles what it leaves unsaid.
 *
 * @param zone of times that name none; null where such times are to be refused
 * @param receivedAt what "Monday" and "1400 GMT" are told from
 */
public record Arrival(@Nullable ZoneId zone, Instant receivedAt) {}
