package news.slugline.enrich.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** The size of a WebP picture, read from its header (RFC 9649) before any pixel is. */
record WebpHeader(int width, int height, boolean animated) {

    private static final int ANIMATION = 2;

    private static final int LONGEST = 30;

    static boolean isWebp(byte[] content) {
        return content.length >= 16 && text(content, 8).equals("WEBP");
    }

    static Optional<WebpHeader> read(byte[] content) {
        if (content.length < LONGEST) {
            return Optional.empty();
        }
        return switch (text(content, 12)) {
            case "VP8 " ->
                Optional.of(new WebpHeader(number(content, 26, 2) & 0x3fff, number(content, 28, 2) & 0x3fff, false));
            case "VP8L" -> {
                int bits = number(content, 21, 4);
                yield Optional.of(new WebpHeader((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1, false));
            }
            case "VP8X" ->
                Optional.of(new WebpHeader(
                        number(content, 24, 3) + 1, number(content, 27, 3) + 1, (content[20] & ANIMATION) != 0));
            default -> Optional.empty();
        };
    }

    private static String text(byte[] content, int offset) {
        return new String(content, offset, 4, ISO_8859_1);
    }

    private static int number(byte[] content, int offset, int length) {
        int number = 0;
        for (int i = length - 1; i >= 0; i--) {
            number = (number << 8) | (content[offset + i] & 0xff);
        }
        return number;
    }
}
