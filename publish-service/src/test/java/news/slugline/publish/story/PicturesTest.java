package news.slugline.publish.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.slugline.event.Picture;
import news.slugline.event.Rendition;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private final Picture picture = Picture.newBuilder()
            .setRenditions(List.of(
                    rendition("thumbnail", "image/jpeg", 320),
                    rendition("thumbnail-webp", "image/webp", 320),
                    rendition("small", "image/jpeg", 640),
                    rendition("small-webp", "image/webp", 640),
                    rendition("original", "image/webp", 3000)))
            .build();

    @Test
    void offersWebpBesideWhatEveryBrowserReads() {
        assertThat(Pictures.srcset(picture)).isEqualTo("/thumbnail 320w, /small 640w");
        assertThat(Pictures.webpSrcset(picture)).isEqualTo("/thumbnail-webp 320w, /small-webp 640w");
    }

    @Test
    void givesFeedsASizeThatEveryReaderReads() {
        assertThat(Pictures.largest(picture).getName()).isEqualTo("small");
    }

    @Test
    void offersNoWebpWhereThereIsNone() {
        Picture older = Picture.newBuilder()
                .setRenditions(List.of(rendition("small", "image/jpeg", 640)))
                .build();

        assertThat(Pictures.webpSrcset(older)).isEmpty();
    }

    private static Rendition rendition(String name, String type, int width) {
        return new Rendition(name, "/" + name, type, width, width / 2, 1000L);
    }
}
