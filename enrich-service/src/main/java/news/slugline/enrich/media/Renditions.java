package news.slugline.enrich.media;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Picture;
import news.slugline.event.Rendition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts pictures into the media store in all of their sizes, the rights in each. Never larger than they came. */
public final class Renditions {

    private static final Logger LOG = LoggerFactory.getLogger(Renditions.class);

    /** Pixels, smallest first. */
    private static final Map<String, Integer> WIDTHS = widths();

    private static final String ORIGINAL = "original";

    private final MediaStore store;

    public Renditions(MediaStore store) {
        this.store = store;
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

    /** As {@link #stored}, and with what a picture that was fetched says of itself where the copy says nothing. */
    public Picture storedFetched(Picture picture, byte[] content) throws IOException, InterruptedException {
        return stored(EmbeddedMetadata.describe(picture, content), content);
    }

    /** The picture with what was stored of its content; without renditions where it is none that can be shown. */
    public Picture stored(Picture picture, byte[] content) throws IOException, InterruptedException {
        String sha256 = sha256(content);
        var stored = Picture.newBuilder(picture).setSha256(sha256).setContent(null);
        return switch (Decoder.decode(content)) {
            case Decoder.Outcome.Decoded whole ->
                stored.setRenditions(sizes(picture, sha256, content, whole))
                        .setPerceptualHash("%016x".formatted(Pixels.perceptualHash(whole.pixels())))
                        .setFocalPoint(Saliency.focus(whole.pixels()))
                        .build();
            case Decoder.Outcome.Opaque(var format, var width, var height) ->
                stored.setRenditions(List.of(kept(sha256, ORIGINAL, format, width, height, content)))
                        .build();
            case Decoder.Outcome.Broken(var reason) -> {
                LOG.warn("Picture {} is left out: {}", sha256, reason);
                yield stored.setRenditions(List.of()).build();
            }
        };
    }

    /** The picture as it came, where it is in the store. */
    public Optional<byte[]> original(String sha256) {
        return Stream.of(PictureFormat.values())
                .map(PictureFormat::extension)
                .distinct()
                .flatMap(extension -> store.read(sha256, ORIGINAL + "." + extension).stream())
                .findFirst();
    }

    private List<Rendition> sizes(Picture picture, String sha256, byte[] content, Decoder.Outcome.Decoded decoded)
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
                byte[] plain = Pixels.encoded(pixels, format);
                byte[] bytes = Rights.packet(picture)
                        .map(packet -> XmpWriter.with(packet, plain, format))
                        .orElse(plain);
                renditions.add(kept(sha256, name, format, pixels.getWidth(), pixels.getHeight(), bytes));
            }
        }
        renditions.add(kept(sha256, ORIGINAL, decoded.format(), decoded.width(), decoded.height(), content));
        return List.copyOf(renditions);
    }

    private Rendition kept(String sha256, String name, PictureFormat format, int width, int height, byte[] bytes) {
        String file = name + "." + format.extension();
        store.keep(sha256, file, bytes);
        return new Rendition(
                name, MediaStore.href(sha256, file), format.contentType(), width, height, (long) bytes.length);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
