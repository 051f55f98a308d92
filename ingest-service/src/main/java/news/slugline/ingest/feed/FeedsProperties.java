package news.slugline.ingest.feed;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The feed door.
 *
 * @param publicUrl where hubs reach this service; without it no feed is subscribed to by WebSub
 * @param contact in the User-Agent, for publishers who wonder
 * @param allowedPrivateHosts hosts by name that may lie on a private network
 * @param tick how often due feeds are looked for
 * @param pausePerHost the least time between two requests to one host
 */
@ConfigurationProperties("slugline.feeds")
record FeedsProperties(
        @Nullable String publicUrl,
        @DefaultValue("https://slugline.news") String contact,
        @DefaultValue List<String> allowedPrivateHosts,
        @DefaultValue("PT1S") Duration tick,
        @DefaultValue("PT1S") Duration pausePerHost) {

    FeedsProperties {
        publicUrl = publicUrl == null || publicUrl.isBlank() ? null : publicUrl.replaceFirst("/$", "");
    }
}
