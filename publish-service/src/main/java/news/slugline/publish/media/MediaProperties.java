package news.slugline.publish.media;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The media store.
 *
 * @param folder in which enrichment puts renditions: {@code <first two hex digits>/<sha256>/<name>}
 * @param s3 in place of the folder, where it is given
 */
@ConfigurationProperties("slugline.media")
record MediaProperties(Path folder, Optional<S3> s3) {

    /**
     * A bucket.
     *
     * @param endpoint of another server than Amazon's; the bucket's name is then part of the path
     * @param region as the server has it
     * @param accessKey with the secret key; without both, the usual places of the AWS SDK are looked in
     */
    record S3(
            String bucket,
            Optional<URI> endpoint,
            @DefaultValue("us-east-1") String region,
            Optional<String> accessKey,
            Optional<String> secretKey) {}
}
