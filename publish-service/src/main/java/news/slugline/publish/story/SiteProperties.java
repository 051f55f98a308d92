package news.slugline.publish.story;

import java.net.URI;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The site that readers see.
 *
 * @param url where readers reach it, absolute and without a slash at the end
 * @param name of the publication
 * @param language of the site's own words (BCP 47)
 */
@ConfigurationProperties("slugline.site")
public record SiteProperties(
        URI url,
        @DefaultValue("Slugline") String name,
        @DefaultValue("en") Locale language) {

    public SiteProperties {
        Assert.isTrue(
                url.isAbsolute(),
                "slugline.site.url is not absolute: set SLUGLINE_SITE_URL, readers' links begin with it");
    }

    /** The absolute URL of a path on the site; what is absolute already stays as it is. */
    public String absolute(String href) {
        return href.startsWith("/") ? url.toString().replaceAll("/+$", "") + href : href;
    }
}
