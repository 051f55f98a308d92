package news.slugline.enrich;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where pictures are kept.
 *
 * @param folder made where it does not exist; the publishing service serves from the same one
 */
@ConfigurationProperties("slugline.media")
record MediaProperties(Path folder) {}
