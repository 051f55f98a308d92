package news.slugline.publish.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** Gives a story its public id: short, fit for an address, and always the same for the same article uri. */
public final class StoryId {

    private static final int RADIX = 36;

    private StoryId() {}

    /** 64 bits of the uri's SHA-256 in base 36: up to 13 digits and lower-case letters. */
    public static String of(String uri) {
        long bits = ByteBuffer.wrap(Sha256.of(uri.getBytes(UTF_8))).getLong();
        return Long.toUnsignedString(bits, RADIX);
    }
}
