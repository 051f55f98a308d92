package news.slugline.enrich.media;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the Orientation tag of Exif (CIPA DC-008, tag 0x0112), 1 to 8.
 *
 * <p>A picture whose Exif data cannot be read is taken as upright.
 */
record Orientation(int value) {

    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    static Orientation ofJpeg(byte[] content) {
        try {
            var bytes = ByteBuffer.wrap(content);
            for (int at = 2; bytes.getShort(at) >> 8 == -1; at += 2 + (bytes.getShort(at + 2) & 0xffff)) {
                int marker = bytes.getShort(at) & 0xffff;
                if (marker == START_OF_SCAN) {
                    return UPRIGHT;
                }
                if (marker == APP1 && bytes.getInt(at + 4) == 0x45786966) {
                    return ofTiff(bytes.slice(at + 10, bytes.limit() - at - 10));
                }
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    private static Orientation ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The picture as it was seen. */
    BufferedImage upright(BufferedImage image) {
        if (value == 1) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        boolean turned = value >= 5;
        var upright = new BufferedImage(turned ? height : width, turned ? width : height, image.getType());
        var canvas = upright.createGraphics();
        canvas.drawImage(image, transform(width, height), null);
        canvas.dispose();
        return upright;
    }

    private AffineTransform transform(int w, int h) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
