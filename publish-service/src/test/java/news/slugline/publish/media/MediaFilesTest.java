package news.slugline.publish.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobApiMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** Both stores serve and remove alike; the bucket is one of a real S3 server. */
class MediaFilesTest {

    private static final String SHA256 = "ab".repeat(32);
    private static final String OTHER = "ac".repeat(32);

    @TempDir
    private Path folder;

    @Test
    void servesAndRemovesPicturesOfAFolder() throws Exception {
        for (String sha256 : new String[] {SHA256, OTHER}) {
            Path file = folder.resolve(MediaFiles.folder(sha256)).resolve("small.jpg");
            Files.createDirectories(file.getParent());
            Files.write(file, "a picture".getBytes(UTF_8));
        }

        assertServesAndRemoves(new FolderMediaFiles(folder));
    }

    @Test
    void servesAndRemovesPicturesOfABucket() throws Exception {
        try (var blobs = ContextBuilder.newBuilder(new TransientNio2BlobApiMetadata())
                .credentials("key", "secret")
                .build(BlobStoreContext.class)) {
            var server = S3Proxy.builder()
                    .blobStore(blobs.getBlobStore())
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .build();
            server.start();
            try (var s3 = MediaConfiguration.client(new MediaProperties.S3(
                    "pictures",
                    Optional.of(URI.create("http://127.0.0.1:" + server.getPort())),
                    "us-east-1",
                    Optional.of("key"),
                    Optional.of("secret")))) {
                s3.createBucket(request -> request.bucket("pictures"));
                for (String sha256 : new String[] {SHA256, OTHER}) {
                    s3.putObject(
                            request -> request.bucket("pictures").key(MediaFiles.folder(sha256) + "small.jpg"),
                            RequestBody.fromString("a picture"));
                }

                assertServesAndRemoves(new S3MediaFiles(s3, "pictures"));
            } finally {
                server.stop();
            }
        }
    }

    private static void assertServesAndRemoves(MediaFiles files) throws IOException {
        assertThat(files.find(SHA256, "small.jpg").orElseThrow().content().getContentAsString(UTF_8))
                .isEqualTo("a picture");
        assertThat(files.find(SHA256, "large.jpg")).isEmpty();

        files.remove(SHA256);
        files.remove(SHA256);

        assertThat(files.find(SHA256, "small.jpg")).isEmpty();
        assertThat(files.find(OTHER, "small.jpg")).isPresent();
    }
}
