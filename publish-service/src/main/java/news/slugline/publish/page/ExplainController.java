package news.slugline.publish.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import news.slugline.publish.edit.Edits;
import news.slugline.publish.story.SiteProperties;
import news.slugline.publish.story.Stories;
import news.slugline.publish.story.Story;
import news.slugline.publish.story.StoryLists;
import news.slugline.publish.story.StoryRow;
import news.slugline.schemas.MediaTopics;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
    private final Edits edits;
    private final MediaTopics topics = new MediaTopics();

    ExplainController(Stories stories, StoryLists lists, SiteProperties site, Answers answers, Edits edits) {
        this.stories = stories;
        this.lists = lists;
        this.site = site;
        this.answers = answers;
        this.edits = edits;
    }

    @GetMapping(value = "/explain/{*uri}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(@PathVariable String uri) {
        return stories.find(uri.substring(1))
                .flatMap(StoryRow::visible)
                .map(story -> answers.page(
                        "explain.jte",
                        Map.of(
                                "head",
                                head(story),
                                "story",
                                story,
                                "explanation",
                                Explanation.of(story, edits.of(story.article().getUri())),
                                "topics",
                                topics),
                        story.updatedAt()))
                .orElseGet(answers::notFound);
    }

    @GetMapping(value = "/explain/{*uri}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> json(@PathVariable String uri) {
        return stories.find(uri.substring(1))
                .flatMap(StoryRow::visible)
                .map(story -> answers.content(json(story), MediaType.APPLICATION_JSON, story.updatedAt()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The enrichment as the event has it, and beside it what editors decided. */
    private byte[] json(Story story) {
        // Avro writes records as JSON
        var enrichment = (ObjectNode)
                JsonMapper.shared().readTree(story.enriched().getEnrichment().toString());
        var decisions = enrichment.putArray("decisions");
        Explanation.of(story, edits.of(story.article().getUri()))
                .decisions()
                .forEach(edit -> decisions
                        .addObject()
                        .put("id", edit.getId())
                        .put("decision", edit.getDecision().name())
                        .put("editor", edit.getEditor())
                        .put("decidedAt", edit.getDecidedAt().toString()));
        return enrichment.toString().getBytes(UTF_8);
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
