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
 * <p>What is no picture is not kept, its caption is. A format that is not decoded (WebP) is kept as it came, and counts
 * as incomplete.
 */
public final class PicturesStep implements EnrichmentStep {

    private static final Logger log = LoggerFactory.getLogger(PicturesStep.class);

    /** Pixels, smallest first. */
    private static final Map<String, Integer> WIDTHS = widths();

    private final MediaStore store;

    public PicturesStep(MediaStore store) {
        this.store = store;
        // Pictures are small enough for memory; the cache would be files in the temporary folder.
        ImageIO.setUseCache(false);
    }

    private static Map<String, Integer> widths() {
        var widths = new LinkedHashMap<String, Integer>();
        widths.put("thumbnail", 320);
        widths.put("small", 640);
        widths.put("large", 1280);
        return widths;
    }

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Contribution enrich(Article article, Findings soFar) throws IOException, InterruptedException {
        var stored = new ArrayList<Picture>();
        boolean complete = true;
        for (var picture : article.getPictures()) {
            var content = picture.getContent().map(PicturesStep::bytes);
            var kept = content.isPresent() ? stored(picture, content.get()) : picture;
            complete &= content.isEmpty() || kept.getRenditions().size() > WIDTHS.size();
            stored.add(kept);
        }
        return new Contribution.PicturesStored(List.copyOf(stored), complete);
    }

    private Picture stored(Picture picture, byte[] content) throws IOException, InterruptedException {
        String sha256 = sha256(content);
        var renditions = switch (Decoder.decode(content)) {
            case Decoder.Outcome.Decoded decoded -> renditions(sha256, content, decoded);
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
                .build();
    }

    private List<Rendition> renditions(String sha256, byte[] content, Decoder.Outcome.Decoded decoded)
            throws IOException, InterruptedException {
        var renditions = new ArrayList<Rendition>();
        for (var size : WIDTHS.entrySet()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("the time for pictures is up");
            }
            var pixels = Pixels.narrowed(decoded.pixels(), size.getValue());
            var format = Pixels.formatFor(pixels);
            var bytes = Pixels.encoded(pixels);
            renditions.add(kept(sha256, size.getKey(), format, pixels.getWidth(), pixels.getHeight(), bytes));
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
