package news.slugline.publish.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.slugline.publish.channel.Feed;
import news.slugline.publish.channel.RssChannel;
import news.slugline.publish.story.Listing;
import news.slugline.publish.story.SiteProperties;
import news.slugline.publish.story.Story;
import news.slugline.publish.story.StoryLists;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of stories, each as pages and as a feed. A list without stories does not exist, except the front. */
@RestController
class ListController {

    private static final int FEED_SIZE = 30;
    private static final MediaType RSS = MediaType.parseMediaType(RssChannel.MEDIA_TYPE);

    private final StoryLists lists;
    private final RssChannel rss;
    private final SiteProperties site;
    private final Answers answers;

    ListController(StoryLists lists, RssChannel rss, SiteProperties site, Answers answers) {
        this.lists = lists;
        this.rss = rss;
        this.site = site;
        this.answers = answers;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> front(@RequestParam(defaultValue = "1") String page) {
        return page(new Listing.Front(), page);
    }

    @GetMapping("/feed.rss")
    ResponseEntity<byte[]> frontFeed() {
        return feed(new Listing.Front());
    }

    @GetMapping("/section/{slug}")
    ResponseEntity<byte[]> section(@PathVariable String slug, @RequestParam(defaultValue = "1") String page) {
        return page(new Listing.Section(slug), page);
    }

    @GetMapping("/section/{slug}/feed.rss")
    ResponseEntity<byte[]> sectionFeed(@PathVariable String slug) {
        return feed(new Listing.Section(slug));
    }

    @GetMapping("/tag/{slug}")
    ResponseEntity<byte[]> tag(@PathVariable String slug, @RequestParam(defaultValue = "1") String page) {
        return page(new Listing.Tagged(slug), page);
    }

    @GetMapping("/tag/{slug}/feed.rss")
    ResponseEntity<byte[]> tagFeed(@PathVariable String slug) {
        return feed(new Listing.Tagged(slug));
    }

    @GetMapping("/entity/{type}/{slug}")
    ResponseEntity<byte[]> entity(
            @PathVariable String type, @PathVariable String slug, @RequestParam(defaultValue = "1") String page) {
        return page(new Listing.About(type, slug), page);
    }

    @GetMapping("/entity/{type}/{slug}/feed.rss")
    ResponseEntity<byte[]> entityFeed(@PathVariable String type, @PathVariable String slug) {
        return feed(new Listing.About(type, slug));
    }

    private ResponseEntity<byte[]> page(Listing listing, String number) {
        // Before the stories: a change between the two reads is then fetched once more, and not missed.
        Instant changedAt = lists.changedAt();
        var paging = Paging.parse(listing, number);
        if (paging.isEmpty()) {
            return answers.notFound();
        }
        List<Story> found = lists.find(listing, Paging.SIZE + 1, paging.get().offset());
        boolean isFront = listing instanceof Listing.Front && paging.get().number() == 1;
        if (found.isEmpty() && !isFront) {
            return answers.notFound();
        }
        String title = found.isEmpty() ? "" : listing.name(found.getFirst());
        var head = Head.of(site, lists.sections(), title, paging.get().path(), listing.feedPath());
        var shelf = paging.get().shelf(found);
        return answers.page(isFront ? "home.jte" : "list.jte", Map.of("head", head, "shelf", shelf), changedAt);
    }

    private ResponseEntity<byte[]> feed(Listing listing) {
        Instant changedAt = lists.changedAt();
        List<Story> stories = lists.find(listing, FEED_SIZE, 0);
        if (stories.isEmpty() && !(listing instanceof Listing.Front)) {
            return answers.notFound();
        }
        String name = stories.isEmpty() ? "" : listing.name(stories.getFirst());
        String title = name.isEmpty() ? site.name() : name + " – " + site.name();
        return answers.content(
                rss.write(new Feed(site, title, listing.path(), listing.feedPath(), stories)), RSS, changedAt);
    }
}
