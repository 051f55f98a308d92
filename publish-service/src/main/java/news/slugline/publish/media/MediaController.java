package news.slugline.publish.media;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.slugline.publish.story.StoryLists;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the renditions of pictures.
 *
 * <p>Only those of a visible story: a picture under embargo, or of a killed story, is not there. The patterns admit no
 * separator, so that no path leads out of the folder.
 */
@RestController
class MediaController {

    private static final Map<String, MediaType> TYPES = Map.of(
            "jpg", MediaType.IMAGE_JPEG,
            "jpeg", MediaType.IMAGE_JPEG,
            "png", MediaType.IMAGE_PNG,
            "gif", MediaType.IMAGE_GIF,
            "webp", MediaType.parseMediaType("image/webp"),
            "avif", MediaType.parseMediaType("image/avif"));

    private final MediaFiles files;
    private final StoryLists stories;

    MediaController(MediaFiles files, StoryLists stories) {
        this.files = files;
        this.stories = stories;
    }

    @GetMapping("/media/{sha256:[0-9a-f]{64}}/{name:[a-z0-9]+(?:[._-][a-z0-9]+)*}")
    ResponseEntity<Resource> rendition(@PathVariable String sha256, @PathVariable String name) {
        return Optional.of(sha256)
                .filter(stories::showsPicture)
                .flatMap(_ -> files.find(sha256, name))
                .map(file -> ResponseEntity.ok()
                        .contentType(typeOf(name))
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .eTag('"' + sha256 + "-" + name + '"')
                        .lastModified(file.lastModified())
                        .body(file.content()))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noCache())
                        .build());
    }

    private static MediaType typeOf(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, MediaType.APPLICATION_OCTET_STREAM);
    }
}
