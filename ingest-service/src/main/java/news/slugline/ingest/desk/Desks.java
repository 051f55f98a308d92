package news.slugline.ingest.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Knows the desks by their bearer keys (RFC 6750). */
@Component
@EnableConfigurationProperties(DesksProperties.class)
public class Desks {

    private static final String SCHEME = "bearer ";

    private final List<Desk> desks;

    Desks(DesksProperties properties) {
        this.desks = properties.desks();
    }

    /** The desk whose key an {@code Authorization} header carries; empty where it carries none that is known. */
    public Optional<Desk> authenticate(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] presented = sha256(authorization.substring(SCHEME.length()).strip());
        return desks.stream()
                .filter(desk -> MessageDigest.isEqual(presented, HexFormat.of().parseHex(desk.keySha256())))
                .findFirst();
    }

    /** The desk of that name, with nothing taken for granted where it has been taken out of the configuration. */
    public Desk named(String name) {
        return desks.stream()
                .filter(desk -> desk.name().equals(name))
                .findFirst()
                .orElseGet(() -> new Desk(name, "", null, null, null));
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
