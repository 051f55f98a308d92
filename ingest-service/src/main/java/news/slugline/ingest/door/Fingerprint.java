package news.slugline.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import news.slugline.ingest.copy.Copy;

/** The SHA-256 of all that makes a request what it is: two requests with the same one hand in the same thing. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Copy copy) {
        String named = String.join(
                "\n",
                Objects.toString(copy.uri(), ""),
                Objects.toString(copy.version(), ""),
                Objects.toString(copy.payload().contentType(), ""),
                Boolean.toString(copy.isArchive()),
                "");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(named.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(copy.payload().content()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
