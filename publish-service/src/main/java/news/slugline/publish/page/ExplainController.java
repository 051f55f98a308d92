package news.slugline.publish.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import news.slugline.publish.story.SiteProperties;
import news.slugline.publish.story.Stories;
import news.slugline.publish.story.Story;
import news.slugline.publish.story.StoryLists;
import news.slugline.publish.story.StoryRow;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows editors what enrichment found in a visible story, how sure it is, and why: as a page, or as the event has it to
 * clients that ask for JSON.
 *
 * <p>For signed-in staff only: confidences and reasons are no part of what readers see.
 */
@RestController
class ExplainController {

    private final Stories stories;
    private final StoryLists lists;
    private final SiteProperties site;
    private final Answers answers;

    ExplainController(Stories stories, StoryLists lists, SiteProperties site, Answers answers) {
        this.stories = stories;
        this.lists = lists;
        this.site = site;
        this.answers = answers;
    }

    @GetMapping(value = "/explain/{*uri}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(@PathVariable String uri) {
        return stories.find(uri.substring(1))
                .flatMap(StoryRow::visible)
                .map(story -> answers.page(
                        "explain.jte",
                        Map.of("head", head(story), "story", story, "explanation", Explanation.of(story)),
                        story.updatedAt()))
                .orElseGet(answers::notFound);
    }

    @GetMapping(value = "/explain/{*uri}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> json(@PathVariable String uri) {
        return stories.find(uri.substring(1))
                .flatMap(StoryRow::visible)
                // Avro writes records as JSON.
                .map(story -> answers.content(
                        story.enriched().getEnrichment().toString().getBytes(UTF_8),
                        MediaType.APPLICATION_JSON,
                        story.updatedAt()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Head head(Story story) {
        return Head.of(
                site,
                lists.sections(),
                "Why: " + story.article().getHeadline(),
                "/explain/" + story.article().getUri(),
                "/feed.rss");
    }
}
