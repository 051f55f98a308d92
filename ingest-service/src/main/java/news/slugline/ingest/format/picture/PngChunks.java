package news.slugline.ingest.format.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The chunks of a PNG file (W3C PNG, third edition, 5.3) that can be read without being inflated beyond all bounds. */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    /** Those whose content may be compressed; the picture's own is never inflated here. */
    private static final Set<String> COMPRESSED = Set.of("zTXt", "iTXt", "iCCP");
    /** Deflate makes at most a thousandfold of it. */
    private static final int MOST_COMPRESSED = 64 * 1024;

    private PngChunks() {}

    static boolean isPng(byte[] picture) {
        return picture.length > SIGNATURE && (picture[0] & 0xFF) == 0x89 && picture[1] == 'P' && picture[2] == 'N';
    }

    /** The file without compressed texts and profiles beyond a bound, and without the picture itself. */
    static byte[] bounded(byte[] png) {
        var kept = new ByteArrayOutputStream();
        kept.write(png, 0, SIGNATURE);
        ByteBuffer bytes = ByteBuffer.wrap(png);
        int compressed = 0;
        for (int at = SIGNATURE; at + FRAME <= png.length; ) {
            int length = bytes.getInt(at);
            if (length < 0 || length > png.length - at - FRAME) {
                break;
            }
            String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            boolean isCompressed = COMPRESSED.contains(type) && !isPlainText(png, at + 8, length, type);
            compressed += isCompressed ? length : 0;
            if (!type.equals("IDAT") && (!isCompressed || compressed <= MOST_COMPRESSED)) {
                kept.write(png, at, length + FRAME);
            }
            at += length + FRAME;
        }
        return kept.toByteArray();
    }

    /** An international text with its flag of compression at 0. */
    private static boolean isPlainText(byte[] png, int start, int length, String type) {
        if (!type.equals("iTXt")) {
            return false;
        }
        int end = start;
        while (end < start + length && png[end] != 0) {
            end++;
        }
        return end + 1 < start + length && png[end + 1] == 0;
    }
}
