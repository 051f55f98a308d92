package news.slugline.ingest.folder;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hot folder door.
 *
 * @param root holds a folder for each desk; the door is shut without it
 * @param settle how long a file must not have changed before it is taken
 * @param keep how long files that were taken stay in {@code done}
 */
@ConfigurationProperties("slugline.hot-folder")
public record HotFolderProperties(
        @Nullable Path root,
        @DefaultValue("PT2S") Duration settle,
        @DefaultValue("P7D") Duration keep) {

    public HotFolderProperties {
        root = root == null || root.toString().isBlank()
                ? null
                : root.toAbsolutePath().normalize();
    }
}
