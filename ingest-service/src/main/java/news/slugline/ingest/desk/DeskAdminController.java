package news.slugline.ingest.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Creates, lists, changes and closes desks, and rotates their keys: for the ops team.
 *
 * <p>A key is in the answer that makes it, and nowhere else ever again.
 */
@RestController
@RequestMapping("/admin/desks")
class DeskAdminController {

    private final DeskRegister register;
    private final Desks desks;
    private final Supplier<String> newKeys;
    private final Clock clock;

    DeskAdminController(DeskRegister register, Desks desks, Supplier<String> newKeys, Clock clock) {
        this.register = register;
        this.desks = desks;
        this.newKeys = newKeys;
        this.clock = clock;
    }

    @GetMapping
    List<DeskSettings> list() {
        return register.desks().stream().map(DeskSettings::of).toList();
    }

    @GetMapping("/{name}")
    DeskSettings show(@PathVariable String name) {
        return DeskSettings.of(existing(name));
    }

    @PostMapping
    ResponseEntity<WithKey> create(@RequestBody DeskSettings settings) {
        Desk desk = settings.desk();
        String key = newKeys.get();
        if (!register.add(desk, Desks.hash(key), clock.instant())) {
            throw new DeskProblemException(
                    HttpStatus.CONFLICT,
                    "desk-exists",
                    "There is a desk named " + desk.name() + " already.",
                    "Choose another name, or change that desk with PUT /admin/desks/" + desk.name() + ".");
        }
        desks.forget();
        return ResponseEntity.created(URI.create("/admin/desks/" + desk.name()))
                .body(new WithKey(DeskSettings.of(desk), key));
    }

    @PutMapping("/{name}")
    DeskSettings change(@PathVariable String name, @RequestBody DeskSettings settings) {
        existing(name);
        Desk desk = settings.named(name).desk();
        register.change(desk);
        desks.forget();
        return DeskSettings.of(existing(name));
    }

    /**
     * @param overlapMinutes how long the old key stays valid beside the new one
     */
    @PostMapping("/{name}/key")
    WithKey rotate(@PathVariable String name, @RequestParam(defaultValue = "0") long overlapMinutes) {
        Desk desk = existing(name);
        if (desk.isClosed()) {
            throw new DeskProblemException(
                    HttpStatus.CONFLICT,
                    "desk-closed",
                    "The desk " + name + " is closed, so it gets no key.",
                    "Create a desk with another name.");
        }
        String key = newKeys.get();
        var now = clock.instant();
        register.rotate(
                name, Desks.hash(key), now.plus(Duration.ofMinutes(Math.clamp(overlapMinutes, 0, 10_080))), now);
        desks.forget();
        return new WithKey(DeskSettings.of(desk), key);
    }

    @DeleteMapping("/{name}")
    DeskSettings close(@PathVariable String name) {
        existing(name);
        register.close(name, clock.instant());
        desks.forget();
        return DeskSettings.of(existing(name));
    }

    private Desk existing(String name) {
        return register.desks().stream()
                .filter(desk -> desk.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DeskProblemException(
                        HttpStatus.NOT_FOUND,
                        "no-such-desk",
                        "There is no desk named " + name + ".",
                        "GET /admin/desks lists all of them."));
    }

    /** A desk with a key that was just made. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WithKey(DeskSettings desk, @Nullable String key) {}
}
