package news.slugline.ingest.sftp;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SFTP drop box.
 *
 * @param port to listen on, 0 for any free one; the door is shut without it, or without a hot folder
 * @param hostKey file of the server's own key, made at the first start; beside the hot folders by default
 */
@ConfigurationProperties("slugline.sftp")
record SftpProperties(
        @Nullable Integer port,
        @DefaultValue("127.0.0.1") String address,
        @Nullable Path hostKey) {}
