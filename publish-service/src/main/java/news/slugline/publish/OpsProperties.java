package news.slugline.publish;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/**
 * The ops team's access to metrics and other actuator endpoints.
 *
 * @param password that the team signs in with (HTTP basic), under any name; must not be empty
 */
@ConfigurationProperties("slugline.ops")
record OpsProperties(String password) {

    OpsProperties {
        Assert.hasText(password, "slugline.ops.password is empty: set SLUGLINE_OPS_PASSWORD, it guards the metrics");
    }
}
