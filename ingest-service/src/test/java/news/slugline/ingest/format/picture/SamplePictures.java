package news.slugline.ingest.format.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Small pictures with metadata as press systems write them, and others that are built to hurt. */
public final class SamplePictures {

    private static final byte[] JPEG_START = {(byte) 0xFF, (byte) 0xD8};

    private SamplePictures() {}

    /** A JPEG with these segments behind its start. */
    public static byte[] jpeg(byte[]... segments) {
        byte[] plain = image("jpg");
        return joined(JPEG_START, joined(segments), Arrays.copyOfRange(plain, 2, plain.length));
    }

    /** A PNG with these chunks behind its header. */
    public static byte[] png(byte[]... chunks) {
        byte[] plain = image("png");
        int behindHeader = 8 + 12 + 13;
        return joined(
                Arrays.copyOf(plain, behindHeader),
                joined(chunks),
                Arrays.copyOfRange(plain, behindHeader, plain.length));
    }

    public static byte[] gif(String xmp) {
        byte[] plain = image("gif");
        byte[] trailer = new byte[258];
        trailer[0] = 1;
        for (int i = 1; i < 257; i++) {
            trailer[i] = (byte) (256 - i);
        }
        byte[] extension = joined(
                new byte[] {0x21, (byte) 0xFF, 11}, "XMP DataXMP".getBytes(US_ASCII), xmp.getBytes(UTF_8), trailer);
        int behindPalette = 13 + 3 * (1 << ((plain[10] & 7) + 1));
        return joined(
                Arrays.copyOf(plain, behindPalette), extension, Arrays.copyOfRange(plain, behindPalette, plain.length));
    }

    public static byte[] webp(String xmp) {
        byte[] packet = xmp.getBytes(UTF_8);
        byte[] padded = Arrays.copyOf(packet, packet.length + packet.length % 2);
        byte[] body = joined(
                "WEBP".getBytes(US_ASCII),
                "VP8X".getBytes(US_ASCII),
                little(10),
                new byte[] {4, 0, 0, 0, 63, 0, 0, 47, 0, 0},
                "XMP ".getBytes(US_ASCII),
                little(packet.length),
                padded);
        return joined("RIFF".getBytes(US_ASCII), little(body.length), body);
    }

    /** A TIFF that is nothing but its tags. */
    public static byte[] tiff(String xmp) {
        byte[] packet = xmp.getBytes(UTF_8);
        ByteBuffer tiff =
                ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + packet.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 3);
        tiff.putShort((short) 256).putShort((short) 4).putInt(1).putInt(64);
        tiff.putShort((short) 257).putShort((short) 4).putInt(1).putInt(48);
        tiff.putShort((short) 700).putShort((short) 1).putInt(packet.length).putInt(8 + 2 + 3 * 12 + 4);
        return tiff.putInt(0).put(packet).array();
    }

    public static byte[] xmpSegment(String xmp) {
        return segment(0xE1, joined("http://ns.adobe.com/xap/1.0/\0".getBytes(US_ASCII), xmp.getBytes(UTF_8)));
    }

    /** IIM records of application record 2: dataset numbers and values. */
    public static byte[] iimSegment(Object... datasets) {
        var records = new ByteArrayOutputStream();
        records.writeBytes(new byte[] {0x1C, 1, 90, 0, 3, 0x1B, '%', 'G'});
        for (int i = 0; i < datasets.length; i += 2) {
            byte[] value = ((String) datasets[i + 1]).getBytes(UTF_8);
            records.writeBytes(new byte[] {0x1C, 2, ((Integer) datasets[i]).byteValue()});
            records.writeBytes(new byte[] {(byte) (value.length >> 8), (byte) value.length});
            records.writeBytes(value);
        }
        byte[] iim = records.toByteArray();
        return segment(
                0xED,
                joined(
                        "Photoshop 3.0\0".getBytes(US_ASCII),
                        "8BIM".getBytes(US_ASCII),
                        new byte[] {4, 4, 0, 0},
                        big(iim.length),
                        iim,
                        new byte[iim.length % 2]));
    }

    /** EXIF with a description, an artist and an orientation. */
    public static byte[] exifSegment(String description, String artist, int orientation) {
        byte[] first = (description + "\0").getBytes(ISO_8859_1);
        byte[] second = (artist + "\0").getBytes(ISO_8859_1);
        int values = 8 + 2 + 3 * 12 + 4;
        ByteBuffer tiff = ByteBuffer.allocate(values + first.length + second.length);
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) 3);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(first.length).putInt(values);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putShort((short) 0x013B).putShort((short) 2).putInt(second.length).putInt(values + first.length);
        tiff.putInt(0).put(first).put(second);
        return segment(0xE1, joined("Exif\0\0".getBytes(US_ASCII), tiff.array()));
    }

    /** EXIF whose directory names itself as the next. */
    public static byte[] endlessExifSegment() {
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 12 + 4);
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(8).putInt(8);
        return segment(0xE1, joined("Exif\0\0".getBytes(US_ASCII), tiff.array()));
    }

    public static byte[] textChunk(String xmp) {
        return chunk("iTXt", joined("XML:com.adobe.xmp\0\0\0\0\0".getBytes(US_ASCII), xmp.getBytes(UTF_8)));
    }

    /** A compressed text of so many zeros. */
    public static byte[] bombChunk(String type, long zeros) {
        byte[] head = type.equals("iTXt")
                ? "XML:com.adobe.xmp\0\1\0\0\0".getBytes(US_ASCII)
                : "Comment\0\0".getBytes(US_ASCII);
        return chunk(type, joined(head, deflated(zeros)));
    }

    /** A PNG header that claims a size. */
    public static byte[] pngOfSize(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
        return joined(Arrays.copyOf(image("png"), 8), chunk("IHDR", header.array()), chunk("IEND", new byte[0]));
    }

    /** An XMP packet with these properties. */
    public static String xmp(String properties) {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF \
                xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" \
                xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" \
                xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" \
                xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">%s</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".formatted(properties);
    }

    private static byte[] deflated(long zeros) {
        var deflater = new Deflater(9);
        var out = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 20];
        byte[] buffer = new byte[1 << 16];
        for (long left = zeros; left > 0; left -= block.length) {
            deflater.setInput(block, 0, (int) Math.min(left, block.length));
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] named = joined(type.getBytes(US_ASCII), data);
        var crc = new CRC32();
        crc.update(named);
        return joined(big(data.length), named, big((int) crc.getValue()));
    }

    private static byte[] segment(int marker, byte[] data) {
        int length = data.length + 2;
        return joined(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, data);
    }

    private static byte[] image(String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] big(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        List.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
