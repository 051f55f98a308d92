package news.slugline.enrich.step;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import news.slugline.enrich.media.Decoder;
import news.slugline.enrich.media.MediaStore;
import news.slugline.enrich.media.PictureFormat;
import news.slugline.enrich.media.Pixels;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.event.Rendition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the pictures that came with the copy to the media store, each with its renditions.
 *
 * <p>What is no picture is not kept, its caption is. An animated WebP is kept as it came, and counts as
 * incomplete.
 */
public final class PicturesStep implements EnrichmentStep {

    private static final Logger log = LoggerFactory.getLogger(PicturesStep.class);

    /** Pixels, smallest first. */
    private static final Map<String, Integer> WIDTHS = widths();

    private static final int HEXADECIMAL = 16;
    private static final int MOST_BITS_APART = 3;

    private static final int AT_A_TIME = 2;

    private final MediaStore store;
    private final Semaphore atWork = new Semaphore(AT_A_TIME);

    public PicturesStep(MediaStore store) {
        this.store = store;
        // Pictures are small enough for memory; the cache would be files in the temporary folder.
        ImageIO.setUseCache(false);
        // Within one jar the readers are found only from the thread that knows its class loader.
        ImageIO.scanForPlugins();
    }

    private static Map<String, Integer> widths() {
        var widths = new LinkedHashMap<String, Integer>();
        widths.put("thumbnail", 320);
        widths.put("small", 640);
        widths.put("medium", 960);
        widths.put("large", 1280);
        widths.put("xlarge", 1920);
        return widths;
    }

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public Contribution enrich(Article article, Findings soFar) throws IOException, InterruptedException {
        var stored = new ArrayList<Picture>();
        boolean complete = true;
        for (var picture : article.getPictures()) {
            var content = picture.getContent().map(PicturesStep::bytes);
            var kept = content.isPresent() ? oneOfFew(picture, content.get()) : picture;
            complete &= content.isEmpty() || kept.getRenditions().size() > 1;
            stored.add(kept);
        }
        return new Contribution.PicturesStored(withoutDoubles(stored), complete);
    }

    /** One picture that came twice, in another size or encoding, is one: the larger, with the caption that there is. */
    private static List<Picture> withoutDoubles(List<Picture> pictures) {
        var kept = new ArrayList<Picture>();
        for (Picture picture : pictures) {
            int same = IntStream.range(0, kept.size())
                    .filter(at -> looksLike(kept.get(at), picture))
                    .findFirst()
                    .orElse(-1);
            if (same < 0) {
                kept.add(picture);
            } else if (width(picture) > width(kept.get(same))) {
                kept.set(same, captioned(picture, kept.get(same)));
            } else {
                kept.set(same, captioned(kept.get(same), picture));
            }
        }
        return List.copyOf(kept);
    }

    private static boolean looksLike(Picture one, Picture other) {
        boolean sameCaption = one.getCaption().isEmpty()
                || other.getCaption().isEmpty()
                || one.getCaption().equals(other.getCaption());
        return sameCaption
                && one.getPerceptualHash().isPresent()
                && other.getPerceptualHash().isPresent()
                && Long.bitCount(Long.parseUnsignedLong(one.getPerceptualHash().get(), HEXADECIMAL)
                                ^ Long.parseUnsignedLong(
                                        other.getPerceptualHash().get(), HEXADECIMAL))
                        <= MOST_BITS_APART;
    }

    private static int width(Picture picture) {
        return picture.getRenditions().isEmpty()
                ? 0
                : picture.getRenditions().getLast().getWidth();
    }

    private static Picture captioned(Picture picture, Picture other) {
        return Picture.newBuilder(picture)
                .setCaption(picture.getCaption().or(other::getCaption).orElse(null))
                .setCredit(picture.getCredit().or(other::getCredit).orElse(null))
                .setAltText(picture.getAltText().or(other::getAltText).orElse(null))
                .build();
    }

    /** Pixels take much memory, so that only a few pictures are worked on at a time, whichever lane they come by. */
    private Picture oneOfFew(Picture picture, byte[] content) throws IOException, InterruptedException {
        atWork.acquire();
        try {
            return stored(picture, content);
        } finally {
            atWork.release();
        }
    }

    private Picture stored(Picture picture, byte[] content) throws IOException, InterruptedException {
        String sha256 = sha256(content);
        var decoded = Decoder.decode(content);
        var renditions = switch (decoded) {
            case Decoder.Outcome.Decoded whole -> renditions(sha256, content, whole);
            case Decoder.Outcome.Opaque(var format, var width, var height) ->
                List.of(kept(sha256, "original", format, width, height, content));
            case Decoder.Outcome.Broken(var reason) -> {
                log.warn("Picture {} is left out: {}", sha256, reason);
                yield List.<Rendition>of();
            }
        };
        return Picture.newBuilder(picture)
                .setSha256(sha256)
                .setContent(null)
                .setRenditions(renditions)
                .setPerceptualHash(
                        decoded instanceof Decoder.Outcome.Decoded whole
                                ? "%016x".formatted(Pixels.perceptualHash(whole.pixels()))
                                : null)
                .build();
    }

    private List<Rendition> renditions(String sha256, byte[] content, Decoder.Outcome.Decoded decoded)
            throws IOException, InterruptedException {
        var renditions = new ArrayList<Rendition>();
        for (var size : WIDTHS.entrySet()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the time for pictures is up");
            }
            if (!renditions.isEmpty()
                    && renditions.getLast().getWidth() >= decoded.pixels().getWidth()) {
                break;
            }
            var pixels = Pixels.narrowed(decoded.pixels(), size.getValue());
            for (var format : List.of(Pixels.formatFor(pixels), PictureFormat.WEBP)) {
                String name = format == PictureFormat.WEBP ? size.getKey() + "-webp" : size.getKey();
                var bytes = Pixels.encoded(pixels, format);
                renditions.add(kept(sha256, name, format, pixels.getWidth(), pixels.getHeight(), bytes));
            }
        }
        renditions.add(kept(sha256, "original", decoded.format(), decoded.width(), decoded.height(), content));
        return List.copyOf(renditions);
    }

    private Rendition kept(String sha256, String name, PictureFormat format, int width, int height, byte[] bytes)
            throws IOException {
        String file = name + "." + format.extension();
        store.keep(sha256, file, bytes);
        return new Rendition(
                name, MediaStore.href(sha256, file), format.contentType(), width, height, (long) bytes.length);
    }

    private static byte[] bytes(ByteBuffer content) {
        var bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
