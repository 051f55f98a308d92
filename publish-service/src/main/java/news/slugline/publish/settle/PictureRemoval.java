package news.slugline.publish.settle;

import news.slugline.publish.media.MediaFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes killed pictures out of the stories that show them, and the files of killed pictures from the media store.
 *
 * <p>Tried again until it succeeds; readers are served none of them meanwhile.
 */
@Component
class PictureRemoval {

    private static final Logger LOG = LoggerFactory.getLogger(PictureRemoval.class);
    private static final int INTERVAL_MILLIS = 1_000;
    private static final int AT_ONCE = 100;

    private final Publication publication;
    private final KilledPictures pictures;
    private final MediaFiles files;

    PictureRemoval(Publication publication, KilledPictures pictures, MediaFiles files) {
        this.publication = publication;
        this.pictures = pictures;
        this.files = files;
    }

    @Scheduled(fixedDelay = INTERVAL_MILLIS)
    void removeKilled() {
        try {
            publication.showAnew(publication.showingKilledPictures());
            for (String sha256 : pictures.removable(AT_ONCE)) {
                files.remove(sha256);
                pictures.removed(sha256);
            }
        } catch (RuntimeException e) {
            LOG.warn("could not remove killed pictures, will try again: {}", e.toString());
        }
    }
}
