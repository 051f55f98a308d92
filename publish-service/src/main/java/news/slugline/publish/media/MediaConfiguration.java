package news.slugline.publish.media;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Which media store is served from. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    @Bean
    MediaFiles mediaFiles(MediaProperties media) {
        return media.s3()
                .<MediaFiles>map(s3 -> new S3MediaFiles(client(s3), s3.bucket()))
                .orElseGet(() -> new FolderMediaFiles(media.folder()));
    }

    static S3Client client(MediaProperties.S3 s3) {
        var client = S3Client.builder()
                .region(Region.of(s3.region()))
                .forcePathStyle(s3.endpoint().isPresent())
                // checksums in headers of Amazon's own: other servers refuse them
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.create());
        s3.endpoint().ifPresent(client::endpointOverride);
        s3.accessKey()
                .flatMap(access -> s3.secretKey().map(secret -> AwsBasicCredentials.create(access, secret)))
                .map(StaticCredentialsProvider::create)
                .ifPresent(client::credentialsProvider);
        return client.build();
    }
}
