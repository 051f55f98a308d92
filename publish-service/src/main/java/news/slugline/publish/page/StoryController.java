package news.slugline.publish.page;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.slugline.publish.story.Address;
import news.slugline.publish.story.SiteProperties;
import news.slugline.publish.story.Stories;
import news.slugline.publish.story.Story;
import news.slugline.publish.story.StoryLists;
import news.slugline.publish.story.StoryRow;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page of one story.
 *
 * <p>Found by its id alone; another slug is led to the canonical one. A killed story answers 410 for good; a withdrawn
 * one 404, because it may come back.
 */
@RestController
class StoryController {

    /** Which receipt last changed the story: the transaction id, from the door to the page. */
    static final String TRANSACTION_ID = "Slugline-Transaction-Id";

    /** As {@code Related.relation} has it: of the same matter, and not the same story. */
    private static final String RELATED = "related";

    private final Stories stories;
    private final StoryLists lists;
    private final SiteProperties site;
    private final Answers answers;

    StoryController(Stories stories, StoryLists lists, SiteProperties site, Answers answers) {
        this.stories = stories;
        this.lists = lists;
        this.site = site;
        this.answers = answers;
    }

    @GetMapping({"/stories/{id}", "/stories/{id}/{slug}"})
    ResponseEntity<byte[]> story(@PathVariable String id, @PathVariable Optional<String> slug) {
        return stories.findById(id).map(row -> answer(row, slug)).orElseGet(answers::notFound);
    }

    private ResponseEntity<byte[]> answer(StoryRow row, Optional<String> slug) {
        return switch (row.status()) {
            case killed ->
                gone(
                        row,
                        HttpStatus.GONE,
                        "This story was removed",
                        "It has been taken back for good by those who sent it.");
            case withdrawn ->
                gone(
                        row,
                        HttpStatus.NOT_FOUND,
                        "This story is withdrawn",
                        "It has been taken back until further notice.");
            case joined ->
                row.joinedTo()
                        .flatMap(stories::find)
                        .map(successor -> moved(Address.story(successor.id(), successor.slug()), row))
                        .orElseGet(answers::notFound);
            case visible -> row.visible().map(story -> shown(story, row, slug)).orElseGet(answers::notFound);
        };
    }

    private ResponseEntity<byte[]> shown(Story story, StoryRow row, Optional<String> slug) {
        if (!slug.equals(Optional.of(story.slug()))) {
            return moved(story.path(), row);
        }
        var head = new Head(
                site,
                lists.sections(),
                story.article().getHeadline(),
                Optional.of(story.path()),
                "/feed.rss",
                story.language().orElse(site.language()),
                story.direction());
        var page = answers.page(
                "story.jte",
                Map.of(
                        "head",
                        head,
                        "story",
                        story,
                        "jsonLd",
                        NewsArticleJson.of(story, site),
                        "related",
                        related(story)),
                story.updatedAt());
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(TRANSACTION_ID, row.receiptId())
                .body(page.getBody());
    }

    private List<Story> related(Story story) {
        return story.enriched().getEnrichment().getRelated().stream()
                .filter(related -> related.getRelation().equals(RELATED))
                .flatMap(related -> stories.find(related.getUri()).flatMap(StoryRow::visible).stream())
                .toList();
    }

    private static ResponseEntity<byte[]> moved(String path, StoryRow row) {
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .location(URI.create(path))
                .cacheControl(CacheControl.noCache())
                .header(TRANSACTION_ID, row.receiptId())
                .build();
    }

    private ResponseEntity<byte[]> gone(StoryRow row, HttpStatus status, String title, String text) {
        return answers.notice(status).header(TRANSACTION_ID, row.receiptId()).body(answers.noticeBody(title, text));
    }
}
