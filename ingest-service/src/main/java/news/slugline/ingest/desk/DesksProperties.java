package news.slugline.ingest.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * The desks that an installation starts with: each is added when it is not there yet, and left alone afterwards.
 *
 * @param desks every name and key hash is checked at start, so that a slip shows before the first copy comes
 */
@ConfigurationProperties("slugline")
record DesksProperties(@DefaultValue List<Seed> desks) {

    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    DesksProperties {
        for (Seed desk : desks) {
            Assert.isTrue(
                    NAME.matcher(desk.name()).matches(),
                    () -> "slugline.desks: the name '" + desk.name()
                            + "' must be 1 to 63 lower-case letters, digits and hyphens");
            Assert.isTrue(
                    SHA_256.matcher(desk.keySha256()).matches(),
                    () -> "slugline.desks: key-sha256 of desk '" + desk.name()
                            + "' must be the lower-case hexadecimal SHA-256 of its key");
        }
    }

    /**
     * A desk that exists from the first start.
     *
     * @param keySha256 lower-case hexadecimal SHA-256 of the desk's bearer key; the key itself is kept nowhere
     */
    record Seed(
            String name,
            String keySha256,
            @Nullable String source,
            @Nullable ZoneId zone,
            @Nullable String language,
            @Nullable String section) {}
}
