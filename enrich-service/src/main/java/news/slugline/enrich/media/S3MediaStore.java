package news.slugline.enrich.media;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A media store in a bucket of anything that speaks the S3 protocol. */
public final class S3MediaStore implements MediaStore {

    private final S3Client s3;
    private final String bucket;

    public S3MediaStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /**
     * A client of Amazon's service, or of another server at the endpoint.
     *
     * <p>Without both keys the usual places of the AWS SDK are looked in.
     */
    public static S3Client client(
            Optional<URI> endpoint, String region, Optional<String> accessKey, Optional<String> secretKey) {
        var client = S3Client.builder()
                .region(Region.of(region))
                .forcePathStyle(endpoint.isPresent())
                // checksums in headers of Amazon's own: other servers refuse them
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.create());
        endpoint.ifPresent(client::endpointOverride);
        accessKey
                .flatMap(access -> secretKey.map(secret -> AwsBasicCredentials.create(access, secret)))
                .map(StaticCredentialsProvider::create)
                .ifPresent(client::credentialsProvider);
        return client.build();
    }

    @Override
    public void keep(String sha256, String name, byte[] bytes) {
        String key = MediaStore.path(sha256, name);
        try {
            if (!exists(key)) {
                s3.putObject(
                        request -> request.bucket(bucket).key(key).contentType(contentType(name)),
                        RequestBody.fromBytes(bytes));
            }
        } catch (SdkException e) {
            throw new MediaStoreException("writing " + name, e);
        }
    }

    @Override
    public Optional<byte[]> read(String sha256, String name) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(request -> request.bucket(bucket).key(MediaStore.path(sha256, name)))
                            .asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new MediaStoreException("reading " + name, e);
        }
    }

    private boolean exists(String key) {
        try {
            s3.headObject(request -> request.bucket(bucket).key(key));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    private static String contentType(String name) {
        return PictureFormat.ofFile(name).map(PictureFormat::contentType).orElse("application/octet-stream");
    }
}
