package news.slugline.enrich.media;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Turns the bytes of a picture into upright sRGB pixels.
 *
 * <p>The size is read and judged before any pixel is: a header may claim anything. Wide pictures are read thinned out,
 * so that what is held in memory stays small.
 */
public final class Decoder {

    /** What the bytes turned out to be. */
    public sealed interface Outcome {

        /** With the size of the original, as seen. */
        record Decoded(PictureFormat format, int width, int height, BufferedImage pixels) implements Outcome {}

        /** A picture in a format that is kept but not decoded. */
        record Opaque(PictureFormat format, int width, int height) implements Outcome {}

        record Broken(String reason) implements Outcome {}
    }

    private static final long MOST_PIXELS = 50_000_000;

    /** What is held in memory at most: 50 MB, and enough for the widest rendition of a picture of usual sides. */
    private static final long ENOUGH_PIXELS = 12_500_000;

    public static Outcome decode(byte[] content) {
        var format = PictureFormat.of(content);
        if (format.isEmpty()) {
            return new Outcome.Broken("not a picture in a format that is known");
        }
        if (format.get() == PictureFormat.WEBP) {
            return WebpHeader.read(content)
                    .map(size -> webp(content, size))
                    .orElseGet(() -> new Outcome.Broken("its WebP header cannot be read"));
        }
        if (format.get() == PictureFormat.JPEG && isCutOff(content)) {
            return new Outcome.Broken("the JPEG data ends early");
        }
        try {
            return pixels(format.get(), content);
        } catch (IOException | RuntimeException e) {
            // The readers of the JDK throw all kinds of unchecked exceptions on bad data.
            return new Outcome.Broken("cannot be decoded: " + e);
        }
    }

    /** Kept as they came: animated pictures, which libwebp's simple interface does not read, and very large ones, which it does not thin out. */
    private static Outcome webp(byte[] content, WebpHeader size) {
        if ((long) size.width() * size.height() > MOST_PIXELS) {
            return tooLarge(size.width(), size.height());
        }
        if ((long) size.width() * size.height() > ENOUGH_PIXELS) {
            return new Outcome.Opaque(PictureFormat.WEBP, size.width(), size.height());
        }
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var reader = new WebPImageReaderSpi().createReaderInstance();
            try {
                reader.setInput(input, true, true);
                var pixels = Pixels.toSrgb(reader.read(0));
                return new Outcome.Decoded(PictureFormat.WEBP, pixels.getWidth(), pixels.getHeight(), pixels);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return size.animated()
                    ? new Outcome.Opaque(PictureFormat.WEBP, size.width(), size.height())
                    : new Outcome.Broken("cannot be decoded: " + e);
        }
    }

    private static Outcome tooLarge(int width, int height) {
        return new Outcome.Broken("claims " + width + " by " + height + " pixels, which is too large");
    }

    private static Outcome pixels(PictureFormat format, byte[] content) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return new Outcome.Broken("no reader takes it");
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return read(format, content, reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Outcome read(PictureFormat format, byte[] content, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            return tooLarge(width, height);
        }
        int step = (int) Math.ceil(Math.sqrt((double) width * height / ENOUGH_PIXELS));
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        var orientation = format == PictureFormat.JPEG ? Orientation.ofJpeg(content) : new Orientation(1);
        var pixels = orientation.upright(Pixels.toSrgb(reader.read(0, param)));
        return orientation.value() >= 5
                ? new Outcome.Decoded(format, height, width, pixels)
                : new Outcome.Decoded(format, width, height, pixels);
    }

    /** The JDK's reader fills what is missing with grey and says nothing: so look for the end marker after the last scan. */
    private static boolean isCutOff(byte[] content) {
        return lastMarker(content, 0xd9).orElse(-1) < lastMarker(content, 0xda).orElse(content.length);
    }

    private static Optional<Integer> lastMarker(byte[] content, int marker) {
        for (int i = content.length - 2; i >= 0; i--) {
            if (content[i] == (byte) 0xff && content[i + 1] == (byte) marker) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Decoder() {}
}
