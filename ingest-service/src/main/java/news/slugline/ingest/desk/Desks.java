package news.slugline.ingest.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Knows the desks, also by their keys (RFC 6750).
 *
 * <p>Answers from memory, which is at most a second old; while the database is away, from what was known last. So a
 * desk that was just closed may hand in copy for a second more.
 */
@Component
public class Desks {

    private static final Logger log = LoggerFactory.getLogger(Desks.class);
    private static final String SCHEME = "bearer ";
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final DeskRegister register;
    private final Clock clock;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    Desks(DeskRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /** The desk whose key an {@code Authorization} header carries; empty where it carries none that is known. */
    public Optional<Desk> authenticate(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        return withKey(authorization.substring(SCHEME.length()).strip());
    }

    /** The desk that has this key. */
    public Optional<Desk> withKey(String key) {
        byte[] presented = sha256(key);
        Instant now = clock.instant();
        return known().keys().stream()
                .filter(candidate ->
                        MessageDigest.isEqual(presented, HexFormat.of().parseHex(candidate.sha256())))
                .filter(candidate -> candidate.isValidAt(now))
                .findFirst()
                .map(candidate -> named(candidate.desk()));
    }

    /** All desks that hand in copy. */
    public List<Desk> open() {
        return known().desks().stream().filter(desk -> !desk.isClosed()).toList();
    }

    /** The desk of that name, with nothing taken for granted where nobody knows it. */
    public Desk named(String name) {
        return known().desks().stream()
                .filter(desk -> desk.name().equals(name))
                .findFirst()
                .orElseGet(() -> Desk.named(name));
    }

    /** What is known is read anew before the next question. */
    void forget() {
        known.set(null);
    }

    static String hash(String key) {
        return HexFormat.of().formatHex(sha256(key));
    }

    private Known known() {
        Known last = known.get();
        Instant now = clock.instant();
        if (last != null && last.at().plus(FRESH).isAfter(now)) {
            return last;
        }
        try {
            Known read = new Known(register.desks(), register.keys(), now);
            known.set(read);
            return read;
        } catch (DataAccessException e) {
            if (last == null) {
                throw e;
            }
            log.warn("the desks could not be read again, those of {} count: {}", last.at(), e.getMessage());
            known.set(new Known(last.desks(), last.keys(), now));
            return last;
        }
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Known(List<Desk> desks, List<DeskKey> keys, Instant at) {}
}
