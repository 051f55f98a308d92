package news.slugline.ingest.format;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a desk's copy takes for granted.
 *
 * @param zone of times that name none; null where such times are to be refused
 */
public record DeskDefaults(@Nullable ZoneId zone) {}
