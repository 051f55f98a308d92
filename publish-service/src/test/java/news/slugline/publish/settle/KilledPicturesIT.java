package news.slugline.publish.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import news.slugline.event.PubStatus;
import news.slugline.publish.OnTestStack;
import news.slugline.publish.Pieces;
import news.slugline.publish.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pictures of what is killed go from stories, from the web and from the media store. */
@OnTestStack
class KilledPicturesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String uri = "urn:test:" + UUID.randomUUID();
    private final String sha256 = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    private final Path folder = Path.of("target/test-media", sha256.substring(0, 2), sha256);

    @Autowired
    private Publication publication;

    private Site site;

    @BeforeEach
    void storePicture(@LocalServerPort int port) throws IOException {
        site = new Site(port);
        Files.createDirectories(folder);
        for (String name : new String[] {"thumbnail.jpg", "small.jpg", "small-webp.webp", "original.jpg"}) {
            Files.write(folder.resolve(name), new byte[] {1});
        }
    }

    @Test
    void aKilledStoryTakesAllSizesOfItsPicturesAlong() {
        publication.publish(Pieces.of(uri).withPictures(sha256).build());
        assertThat(picture().statusCode()).isEqualTo(200);

        publication.publish(Pieces.of(uri).version(2).status(PubStatus.canceled).build());

        assertThat(picture().statusCode()).isEqualTo(404);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(folder).doesNotExist());
    }

    @Test
    void aKillThatCameBeforeItsStoryTakesThePicturesWhenTheyCome() {
        publication.publish(Pieces.of(uri).version(2).status(PubStatus.canceled).build());
        publication.publish(Pieces.of(uri).withPictures(sha256).build());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(folder).doesNotExist());
    }

    @Test
    void aPictureThatAnotherStoryHasStays() {
        String other = "urn:test:" + UUID.randomUUID();
        publication.publish(Pieces.of(uri).withPictures(sha256).build());
        publication.publish(Pieces.of(other).withPictures(sha256).build());
        String gone = "urn:test:" + UUID.randomUUID();
        String goneSha256 = "f".repeat(32) + sha256.substring(32);
        publication.publish(Pieces.of(gone).withPictures(goneSha256).build());

        publication.publish(Pieces.of(uri).version(2).status(PubStatus.canceled).build());
        publication.publish(
                Pieces.of(gone).version(2).status(PubStatus.canceled).build());

        assertThat(folder.resolve("original.jpg")).exists();
        assertThat(picture().statusCode()).isEqualTo(200);
    }

    @Test
    void aPictureKilledOnItsOwnGoesFromEveryStoryAndComesBackInNone() {
        String other = "urn:test:" + UUID.randomUUID();
        String embargoed = "urn:test:" + UUID.randomUUID();
        publication.publish(Pieces.of(uri)
                .headline("The first tram")
                .onlyPicture(sha256, "The first tram, on Monday.")
                .build());
        publication.publish(Pieces.of(other).withPictures(sha256).build());
        assertThat(site.story(other).body()).contains(sha256);

        publication.publish(Pieces.of(uri).version(2).status(PubStatus.canceled).build());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(site.story(other).body())
                        .doesNotContain(sha256)
                        .contains("The mayor waves"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(folder).doesNotExist());
        publication.publish(Pieces.of(embargoed).withPictures(sha256).build());
        assertThat(site.story(embargoed).body()).contains("Harbour bridge").doesNotContain(sha256);
    }

    private HttpResponse<String> picture() {
        return site.get("/media/" + sha256 + "/small.jpg");
    }
}
