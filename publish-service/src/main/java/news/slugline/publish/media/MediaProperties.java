package news.slugline.publish.media;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The media store.
 *
 * @param folder in which enrichment puts renditions: {@code <first two hex digits>/<sha256>/<name>}
 */
@ConfigurationProperties("slugline.media")
record MediaProperties(Path folder) {}
