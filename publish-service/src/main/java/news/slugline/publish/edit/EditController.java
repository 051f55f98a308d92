package news.slugline.publish.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.Principal;
import java.text.Normalizer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.slugline.event.Decision;
import news.slugline.event.EnrichmentEdited;
import news.slugline.event.Entity;
import news.slugline.event.EntityType;
import news.slugline.event.Provenance;
import news.slugline.event.Tag;
import news.slugline.publish.story.Slug;
import news.slugline.publish.story.Stories;
import news.slugline.publish.story.Story;
import news.slugline.publish.story.StoryRow;
import news.slugline.schemas.MediaTopics;
import news.slugline.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/**
 * Takes the decisions of editors from the page that explains a story.
 *
 * <p>A decision is an event: when this answers, the log has it, and readers see it a moment later.
 */
@RestController
class EditController {

    private static final long PATIENCE_SECONDS = 25;

    private final Stories stories;
    private final KafkaTemplate<String, SpecificRecord> events;
    private final MediaTopics topics = new MediaTopics();
    private final Clock clock;

    EditController(Stories stories, KafkaTemplate<String, SpecificRecord> events, Clock clock) {
        this.stories = stories;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Pins, removes or releases a tag or an entity.
     *
     * @param id a media topic's qcode, or an entity's id; with a name, the type of an entity to be pinned under it
     * @param name of an entity that enrichment did not find
     * @param site as browsers say it: no other site may decide in an editor's name
     */
    @PostMapping("/explain-decisions")
    ResponseEntity<Void> decide(
            @RequestParam String uri,
            @RequestParam String id,
            @RequestParam Decision decision,
            @RequestParam Optional<String> name,
            @RequestHeader("Sec-Fetch-Site") Optional<String> site,
            Principal editor)
            throws ExecutionException, TimeoutException, InterruptedException {
        if (site.filter(from -> !from.equals("same-origin") && !from.equals("none"))
                .isPresent()) {
            throw new EditProblemException("Decide on the page of this service, not from another site.");
        }
        Story story = stories.find(uri)
                .flatMap(StoryRow::visible)
                .orElseThrow(() -> new EditProblemException(
                        "There is no visible story with the uri " + uri + ". See whether it was killed or withdrawn."));
        send(edit(story, id.strip(), decision, name.map(String::strip).filter(text -> !text.isEmpty()), editor));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/explain/" + UriUtils.encodePath(uri, UTF_8)))
                .build();
    }

    private EnrichmentEdited edit(Story story, String id, Decision decision, Optional<String> name, Principal editor) {
        var edit = EnrichmentEdited.newBuilder()
                .setUri(story.article().getUri())
                .setId(id)
                .setDecision(decision)
                .setEditor(editor.getName())
                .setDecidedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (decision == Decision.pinned && id.startsWith("medtop:")) {
            edit.setTag(tag(story, id));
        } else if (decision == Decision.pinned) {
            Entity entity = entity(story, id, name);
            edit.setEntity(entity).setId(entity.getId());
        }
        return edit.build();
    }

    private Tag tag(Story story, String qcode) {
        return story.tags().stream()
                .filter(tag -> tag.getQcode().equals(qcode))
                .findFirst()
                .orElseGet(() -> Tag.newBuilder()
                        .setQcode(qcode)
                        .setName(
                                topics.name(qcode)
                                        .orElseThrow(
                                                () -> new EditProblemException(
                                                        "There is no media topic " + qcode
                                                                + ". Take one of https://cv.iptc.org/newscodes/mediatopic/, as medtop:15000000.")))
                        .setBroader(topics.lineage(qcode).skip(1).toList())
                        .setProvenance(byEditor())
                        .build());
    }

    private static Entity entity(Story story, String id, Optional<String> name) {
        return story.entities().stream()
                .filter(entity -> entity.getId().equals(id))
                .findFirst()
                .orElseGet(() -> Entity.newBuilder()
                        .setType(type(id))
                        .setName(name.orElseThrow(() -> new EditProblemException(
                                "The story has no entity " + id + ". To pin a new one give its type and its name.")))
                        .setId(type(id) + "/" + Slug.of(withoutAccents(name.orElseThrow())))
                        .setMentions(List.of())
                        .setProvenance(byEditor())
                        .build());
    }

    /** As enrichment makes ids, so that a name that is pinned and later found is one entity. */
    private static String withoutAccents(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    private static EntityType type(String id) {
        String name = id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
        return List.of(EntityType.values()).stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new EditProblemException(
                        "An entity is a person, an organisation, a place or an event, and not " + name + "."));
    }

    private static Provenance byEditor() {
        return new Provenance(EditedEnrichment.STEP, "1", 1.0, "");
    }

    private void send(EnrichmentEdited edit) throws ExecutionException, TimeoutException, InterruptedException {
        events.send(Topic.ENRICHMENT_EDITED.topicName(), edit.getUri(), edit).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @ExceptionHandler
    ProblemDetail refused(EditProblemException problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, problem.getMessage());
    }
}
