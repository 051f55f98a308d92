package news.slugline.enrich.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import software.amazon.awssdk.services.s3.S3Client;

/** Both stores keep the same promises; the bucket is one of a real S3 server. */
class MediaStoreTest {

    private static final String SHA256 = "ab".repeat(32);
    private static final byte[] BYTES = "a picture".getBytes(UTF_8);

    @TempDir
    private Path folder;

    @Test
    void keepsPicturesInAFolder() {
        assertKeeps(new FolderMediaStore(folder));
        assertThat(folder.resolve("ab").resolve(SHA256).resolve("small.jpg")).hasBinaryContent(BYTES);
    }

    @Test
    void keepsPicturesInABucket() throws Exception {
        try (var server = new S3Server();
                var client = server.client()) {
            client.createBucket(request -> request.bucket("pictures"));
            assertKeeps(new S3MediaStore(client, "pictures"));
            var head = client.headObject(request -> request.bucket("pictures").key("ab/" + SHA256 + "/small.jpg"));
            assertThat(head.contentType()).isEqualTo("image/jpeg");
            assertThat(head.contentLength()).isEqualTo(BYTES.length);
        }
    }

    @Test
    void saysThatAStoreIsAwaySoThatItIsWaitedFor() throws Exception {
        var server = new S3Server();
        try (var client = server.client()) {
            server.close();
            var bucket = new S3MediaStore(client, "pictures");
            assertThatThrownBy(() -> bucket.keep(SHA256, "small.jpg", BYTES)).isInstanceOf(MediaStoreException.class);
        }
        var noFolder = new FolderMediaStore(Files.createFile(folder.resolve("a-file")));
        assertThatThrownBy(() -> noFolder.keep(SHA256, "small.jpg", BYTES)).isInstanceOf(MediaStoreException.class);
    }

    private static void assertKeeps(MediaStore store) {
        assertThat(store.read(SHA256, "small.jpg")).isEmpty();
        store.keep(SHA256, "small.jpg", BYTES);
        store.keep(SHA256, "small.jpg", "something else".getBytes(UTF_8));
        assertThat(store.read(SHA256, "small.jpg"))
                .hasValueSatisfying(kept -> assertThat(kept).isEqualTo(BYTES));
    }

    /** An S3 server on a free port of this machine, with its objects in memory. */
    private static final class S3Server implements AutoCloseable {

        private final BlobStoreContext blobs;
        private final S3Proxy proxy;

        S3Server() throws Exception {
            blobs = ContextBuilder.newBuilder(new TransientNio2BlobApiMetadata())
                    .credentials("key", "secret")
                    .build(BlobStoreContext.class);
            proxy = S3Proxy.builder()
                    .blobStore(blobs.getBlobStore())
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .build();
            proxy.start();
        }

        S3Client client() {
            return S3MediaStore.client(
                    Optional.of(URI.create("http://127.0.0.1:" + proxy.getPort())),
                    "us-east-1",
                    Optional.of("key"),
                    Optional.of("secret"));
        }

        @Override
        public void close() throws Exception {
            proxy.stop();
            blobs.close();
        }
    }
}
