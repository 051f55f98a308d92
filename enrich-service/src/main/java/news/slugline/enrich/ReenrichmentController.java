package news.slugline.enrich;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Starts, shows and ends the run that enriches stories again, for the ops team.
 *
 * <p>One run at a time an instance. Its progress is known to the instance that it was started on.
 */
@RestController
class ReenrichmentController {

    private static final int MOST_PER_SECOND = 1_000;

    private final EnrichedLog log;
    private final Enricher enricher;
    private final EnrichedSender sender;
    private final AtomicReference<@Nullable Reenrichment> current = new AtomicReference<>();

    ReenrichmentController(EnrichedLog log, Enricher enricher, EnrichedSender sender) {
        this.log = log;
        this.enricher = enricher;
        this.sender = sender;
    }

    /**
     * Starts a run over the stories that all of the given conditions hold for.
     *
     * @param rate stories a second
     */
    @PostMapping("/reenrichment")
    ResponseEntity<?> start(
            @RequestParam Optional<String> desk,
            @RequestParam Optional<Instant> since,
            @RequestParam Optional<Instant> until,
            @RequestParam Optional<String> step,
            @RequestParam(defaultValue = "20") int rate) {
        if (rate < 1 || rate > MOST_PER_SECOND) {
            return problem(HttpStatus.BAD_REQUEST, "The rate is 1 to " + MOST_PER_SECOND + " stories a second.");
        }
        if (step.filter(name -> enricher.version(name).isEmpty()).isPresent()) {
            return problem(
                    HttpStatus.BAD_REQUEST,
                    "There is no such step. The steps are " + String.join(", ", enricher.steps()) + ".");
        }
        var run = new Reenrichment(new Choice(desk, since, until, step), rate, log, enricher, sender);
        var before = current.get();
        boolean isFree = before == null || before.progress().state() != Reenrichment.State.running;
        if (!isFree || !current.compareAndSet(before, run)) {
            return problem(
                    HttpStatus.CONFLICT, "A run is under way. Wait for its end, or end it: DELETE /reenrichment");
        }
        Thread.ofPlatform().daemon().name("reenrichment").start(run);
        return ResponseEntity.accepted().body(run.progress());
    }

    @GetMapping("/reenrichment")
    ResponseEntity<?> progress() {
        return Optional.ofNullable(current.get())
                .<ResponseEntity<?>>map(run -> ResponseEntity.ok(run.progress()))
                .orElseGet(
                        () -> problem(HttpStatus.NOT_FOUND, "No run has been started. Start one: POST /reenrichment"));
    }

    @DeleteMapping("/reenrichment")
    ResponseEntity<?> cancel() {
        Optional.ofNullable(current.get()).ifPresent(Reenrichment::cancel);
        return progress();
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
