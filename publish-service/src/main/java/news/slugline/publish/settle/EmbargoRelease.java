package news.slugline.publish.settle;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Releases embargoed stories at their instant.
 *
 * <p>Each is a transaction of its own, so that one that fails keeps none of the others waiting; it is tried again at the
 * next look. Any number of instances may look at once.
 */
@Component
class EmbargoRelease {

    private static final Logger LOG = LoggerFactory.getLogger(EmbargoRelease.class);
    private static final int INTERVAL_MILLIS = 200;
    private static final int AT_ONCE = 100;

    private final Publication publication;

    EmbargoRelease(Publication publication) {
        this.publication = publication;
    }

    @Scheduled(fixedDelay = INTERVAL_MILLIS)
    void releaseDue() {
        try {
            publication.due(AT_ONCE).forEach(this::release);
        } catch (RuntimeException e) {
            LOG.warn("could not look for embargoes that are over, will look again: {}", e.toString());
        }
    }

    private void release(String uri) {
        try {
            publication.release(uri);
        } catch (RuntimeException e) {
            LOG.warn("could not release a story whose embargo is over, will try again: {}", e.toString());
        }
    }
}
