package news.slugline.enrich;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where pictures are kept, and where they may be fetched from.
 *
 * @param folder made where it does not exist; the publishing service serves from the same one
 * @param s3 in place of the folder, where it is given
 * @param fetch whether pictures that copy only points to are fetched
 * @param allowedNetworks private networks that pictures may be fetched from, as CIDR has them
 */
@ConfigurationProperties("slugline.media")
record MediaProperties(
        Path folder,
        Optional<S3> s3,
        @DefaultValue("true") boolean fetch,
        @DefaultValue List<String> allowedNetworks) {

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
