package news.slugline.publish.media;

import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A media store in a bucket of anything that speaks the S3 protocol. */
final class S3MediaFiles implements MediaFiles {

    private final S3Client s3;
    private final String bucket;

    S3MediaFiles(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public Optional<MediaFile> find(String sha256, String name) {
        try {
            var object = s3.getObjectAsBytes(request -> request.bucket(bucket).key(MediaFiles.folder(sha256) + name));
            return Optional.of(new MediaFile(
                    new ByteArrayResource(object.asByteArrayUnsafe()),
                    object.response().lastModified()));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(String sha256) {
        s3
                .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(MediaFiles.folder(sha256)))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList()
                .forEach(
                        key -> s3.deleteObject(request -> request.bucket(bucket).key(key)));
    }
}
