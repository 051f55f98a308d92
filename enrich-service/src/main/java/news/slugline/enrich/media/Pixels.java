package news.slugline.enrich.media;

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

    /** The bytes of a file in the format of {@link #formatFor}. */
    public static byte[] encoded(BufferedImage image) throws IOException {
        var format = formatFor(image);
        var writer = ImageIO.getImageWritersByMIMEType(format.contentType()).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var param = writer.getDefaultWriteParam();
            if (format == PictureFormat.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
