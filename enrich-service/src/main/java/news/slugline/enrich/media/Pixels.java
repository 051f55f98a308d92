package news.slugline.enrich.media;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Scales, converts and encodes pixels. */
public final class Pixels {

    private static final float QUALITY = 0.85f;
    private static final float WEBP_QUALITY = 0.8f;
    private static final int HASH_SIDE = 8;

    private Pixels() {}

    static BufferedImage toSrgb(BufferedImage image) {
        boolean clear = image.getColorModel().hasAlpha();
        var converted = blank(image.getWidth(), image.getHeight(), clear);
        var space = image.getColorModel().getColorSpace();
        if (space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB()) {
            new ColorConvertOp(null).filter(image, converted);
            return converted;
        }
        // Grey goes this way too: the JDK's grey profile is linear, and converting by it would wash the picture out.
        return paint(image, converted);
    }

    /** Scaled to the width, never up. Halves first: scaling far down in one go leaves jagged edges. */
    public static BufferedImage narrowed(BufferedImage image, int width) {
        var narrowed = image;
        while (narrowed.getWidth() >= 2 * width) {
            narrowed = scaled(narrowed, narrowed.getWidth() / 2);
        }
        return narrowed.getWidth() <= width ? narrowed : scaled(narrowed, width);
    }

    private static BufferedImage scaled(BufferedImage image, int width) {
        int height = Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
        return paint(image, blank(width, height, image.getColorModel().hasAlpha()));
    }

    private static BufferedImage blank(int width, int height, boolean clear) {
        return new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage paint(BufferedImage image, BufferedImage onto) {
        var canvas = onto.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, onto.getWidth(), onto.getHeight(), null);
        canvas.dispose();
        return onto;
    }

    /** PNG where there is transparency, else JPEG. */
    public static PictureFormat formatFor(BufferedImage image) {
        return image.getColorModel().hasAlpha() ? PictureFormat.PNG : PictureFormat.JPEG;
    }

    /** The bytes of a file in the format: JPEG, PNG or WebP. */
    public static byte[] encoded(BufferedImage image, PictureFormat format) throws IOException {
        var writer = format == PictureFormat.WEBP
                ? new WebPImageWriterSpi().createWriterInstance()
                : ImageIO.getImageWritersByMIMEType(format.contentType()).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var param = writer.getDefaultWriteParam();
            if (format != PictureFormat.PNG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(param.getCompressionTypes()[0]);
                param.setCompressionQuality(format == PictureFormat.WEBP ? WEBP_QUALITY : QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /**
     * A number that differs in few bits for pictures that look alike: whether each of eight times eight parts is darker than
     * the next one in its row (dHash).
     */
    public static long perceptualHash(BufferedImage image) {
        var small = new BufferedImage(HASH_SIDE + 1, HASH_SIDE, BufferedImage.TYPE_BYTE_GRAY);
        paint(narrowed(image, 4 * HASH_SIDE), small);
        long hash = 0;
        for (int y = 0; y < HASH_SIDE; y++) {
            for (int x = 0; x < HASH_SIDE; x++) {
                boolean darker =
                        small.getRaster().getSample(x, y, 0) < small.getRaster().getSample(x + 1, y, 0);
                hash = hash << 1 | (darker ? 1 : 0);
            }
        }
        return hash;
    }
}
