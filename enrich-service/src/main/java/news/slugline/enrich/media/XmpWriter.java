package news.slugline.enrich.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Puts an XMP packet into an encoded picture, where the XMP specification part 3 wants it in each format. */
final class XmpWriter {

    private static final byte[] JPEG_NAME = "http://ns.adobe.com/xap/1.0/\0".getBytes(ISO_8859_1);
    /** Keyword, no compression, no language, no translated keyword. */
    private static final byte[] PNG_NAME = "XML:com.adobe.xmp\0\0\0\0\0".getBytes(ISO_8859_1);

    private static final int MOST_IN_JPEG = 65_000;
    /** The signature, and the IHDR chunk, which has to come first. */
    private static final int PNG_HEADER = 8 + 25;

    private static final int RIFF_HEADER = 12;
    private static final int WEBP_HAS_XMP = 0x04;
    private static final int WEBP_HAS_ALPHA = 0x10;

    private XmpWriter() {}

    /** The picture with the packet in it; as it was where the format has no place for it. */
    static byte[] with(byte[] packet, byte[] picture, PictureFormat format) {
        return switch (format) {
            case JPEG -> packet.length > MOST_IN_JPEG ? picture : jpeg(packet, picture);
            case PNG -> png(packet, picture);
            case WEBP -> webp(packet, picture);
            case GIF, BMP, TIFF_LITTLE, TIFF_BIG -> picture;
        };
    }

    /** An APP1 segment behind the start of the image and the JFIF segment, which has to come first. */
    private static byte[] jpeg(byte[] packet, byte[] picture) {
        boolean hasJfif = (picture[2] & 0xff) == 0xff && (picture[3] & 0xff) == 0xe0;
        int at = hasJfif ? 4 + (((picture[4] & 0xff) << 8) | (picture[5] & 0xff)) : 2;
        int length = 2 + JPEG_NAME.length + packet.length;
        var segment = ByteBuffer.allocate(2 + length)
                .put((byte) 0xff)
                .put((byte) 0xe1)
                .putShort((short) length)
                .put(JPEG_NAME)
                .put(packet);
        return inserted(picture, at, segment.array());
    }

    /** An iTXt chunk behind the header. */
    private static byte[] png(byte[] packet, byte[] picture) {
        var content = ByteBuffer.allocate(4 + PNG_NAME.length + packet.length)
                .put("iTXt".getBytes(ISO_8859_1))
                .put(PNG_NAME)
                .put(packet)
                .array();
        var sum = new CRC32();
        sum.update(content);
        var chunk = ByteBuffer.allocate(8 + content.length)
                .putInt(content.length - 4)
                .put(content)
                .putInt((int) sum.getValue());
        return inserted(picture, PNG_HEADER, chunk.array());
    }

    /** The extended file format: a VP8X chunk with the size first, the XMP chunk last. */
    private static byte[] webp(byte[] packet, byte[] picture) {
        var size = WebpHeader.read(picture).orElseThrow();
        String first = new String(picture, RIFF_HEADER, 4, ISO_8859_1);
        var out = new ByteArrayOutputStream(picture.length + packet.length + 64);
        int flags = WEBP_HAS_XMP | (first.equals("VP8L") ? WEBP_HAS_ALPHA : 0);
        if (first.equals("VP8X")) {
            byte[] chunks = tail(picture);
            chunks[8] |= WEBP_HAS_XMP;
            out.writeBytes(chunks);
        } else {
            out.writeBytes(chunk(
                    "VP8X",
                    little(10)
                            .putInt(flags)
                            .put(three(size.width() - 1))
                            .put(three(size.height() - 1))
                            .array()));
            out.writeBytes(tail(picture));
        }
        out.writeBytes(chunk("XMP ", packet));
        byte[] chunks = out.toByteArray();
        return little(RIFF_HEADER + chunks.length)
                .put("RIFF".getBytes(ISO_8859_1))
                .putInt(4 + chunks.length)
                .put("WEBP".getBytes(ISO_8859_1))
                .put(chunks)
                .array();
    }

    private static byte[] chunk(String name, byte[] content) {
        int padded = content.length + content.length % 2;
        return little(8 + padded)
                .put(name.getBytes(ISO_8859_1))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] tail(byte[] picture) {
        return Arrays.copyOfRange(picture, RIFF_HEADER, picture.length);
    }

    private static byte[] three(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)};
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] inserted(byte[] picture, int at, byte[] part) {
        return ByteBuffer.allocate(picture.length + part.length)
                .put(picture, 0, at)
                .put(part)
                .put(picture, at, picture.length - at)
                .array();
    }
}
