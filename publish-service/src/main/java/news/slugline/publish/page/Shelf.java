package news.slugline.publish.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.slugline.publish.story.Story;

/**
 * The stories of one page of a list, the newest first.
 *
 * @param previous path of the page with newer ones
 * @param next path of the page with older ones
 */
public record Shelf(List<Story> stories, Optional<String> previous, Optional<String> next) {

    private static final int LEAD_CANDIDATES = 12;

    /** The most urgent of the newest; among equals the newest. */
    public Optional<Story> lead() {
        return stories.stream()
                .limit(LEAD_CANDIDATES)
                .min(Comparator.comparingInt(story -> story.article().getUrgency()));
    }

    public List<Story> besidesLead() {
        return stories.stream()
                .filter(story -> lead().filter(story::equals).isEmpty())
                .toList();
    }
}
