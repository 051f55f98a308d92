package news.slugline.ingest.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Knows the desks, also by their bearer keys (RFC 6750). */
@Component
@EnableConfigurationProperties(DesksProperties.class)
public class Desks {

    private static final String SCHEME = "bearer ";

    private final List<DesksProperties.Seed> seeds;

    Desks(DesksProperties properties) {
        this.seeds = properties.desks();
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
        return seeds.stream()
                .filter(seed -> MessageDigest.isEqual(presented, HexFormat.of().parseHex(seed.keySha256())))
                .findFirst()
                .map(Desks::desk);
    }

    /** All desks that hand in copy. */
    public List<Desk> open() {
        return seeds.stream().map(Desks::desk).toList();
    }

    /** The desk of that name, with nothing taken for granted where nobody knows it. */
    public Desk named(String name) {
        return seeds.stream()
                .filter(seed -> seed.name().equals(name))
                .findFirst()
                .map(Desks::desk)
                .orElseGet(() -> Desk.named(name));
    }

    private static Desk desk(DesksProperties.Seed seed) {
        return new Desk(
                seed.name(),
                seed.source(),
                seed.zone(),
                seed.language(),
                seed.section(),
                EnumSet.allOf(Door.class),
                null,
                null,
                false);
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
