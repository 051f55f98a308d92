package news.slugline.publish.channel;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import news.slugline.publish.story.SiteProperties;
import news.slugline.publish.story.Story;

/**
 * What a channel writes.
 *
 * @param title of the list
 * @param path of the page that it goes with
 * @param selfPath of the feed itself
 * @param stories the newest first
 */
public record Feed(SiteProperties site, String title, String path, String selfPath, List<Story> stories) {

    /** The last change among its stories, so that the same stories always give the same bytes. */
    Instant updatedAt() {
        return stories.stream()
                .map(Story::updatedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** The language of all of its stories, else the site's. */
    Locale language() {
        List<Locale> languages = stories.stream()
                .map(story -> story.language().orElse(site.language()))
                .distinct()
                .toList();
        return languages.size() == 1 ? languages.getFirst() : site.language();
    }
}
