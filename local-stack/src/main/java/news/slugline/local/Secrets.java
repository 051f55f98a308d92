package news.slugline.local;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * The secrets of one installation, made at its first start and kept in a file that only its owner can read.
 *
 * <p>PostgreSQL's data was made with this database password: lose the file, and the data cannot be opened.
 */
record Secrets(String deskKey, String opsPassword, String databasePassword) {

    private static final String DESK_KEY = "desk.key";
    private static final String OPS_PASSWORD = "ops.password";
    private static final String DATABASE_PASSWORD = "database.password";
    private static final int RANDOM_BYTES = 24;

    static Secrets keptIn(Path file) {
        return read(file).orElseGet(() -> create(file));
    }

    static Optional<Secrets> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new Secrets(
                required(properties, DESK_KEY, file),
                required(properties, OPS_PASSWORD, file),
                required(properties, DATABASE_PASSWORD, file)));
    }

    /** What ingest-service is told of the desk key, as lower-case hexadecimal. */
    String deskKeySha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(deskKey.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Secrets create(Path file) {
        var secrets = new Secrets(random(), random(), random());
        var properties = new Properties();
        properties.setProperty(DESK_KEY, secrets.deskKey);
        properties.setProperty(OPS_PASSWORD, secrets.opsPassword);
        properties.setProperty(DATABASE_PASSWORD, secrets.databasePassword);
        var text = new StringWriter();
        try {
            properties.store(text, "This installation's secrets. PostgreSQL's data opens with this password only.");
            Folders.writeSecret(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }

    private static String required(Properties properties, String key, Path file) {
        var value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new UsageException(file + " has no " + key + ".");
        }
        return value;
    }

    private static String random() {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        // no hyphen or underscore at either end, so that a double click takes it whole
        return "s"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replaceAll("[-_]", "x");
    }
}
