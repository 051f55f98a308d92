package news.slugline.publish.story;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.slugline.event.Picture;
import news.slugline.event.Rendition;

/** Reads what a page or a feed needs from a picture. Ask for sizes only where it has renditions. */
public final class Pictures {

    private static final String ORIGINAL = "original";
    private static final String THUMBNAIL = "thumbnail";

    private Pictures() {}

    /** The sizes made for readers; the original only where there are no others. Smallest first. */
    public static List<Rendition> sizes(Picture picture) {
        List<Rendition> made = picture.getRenditions().stream()
                .filter(rendition -> !rendition.getName().equals(ORIGINAL) && !isWebp(rendition))
                .toList();
        return made.isEmpty() ? picture.getRenditions() : made;
    }

    public static Rendition largest(Picture picture) {
        return sizes(picture).getLast();
    }

    public static Optional<Rendition> thumbnail(Picture picture) {
        return picture.getRenditions().stream()
                .filter(rendition -> rendition.getName().equals(THUMBNAIL))
                .findFirst();
    }

    /** The HTML {@code srcset} attribute: each size with its width, no width twice. */
    public static String srcset(Picture picture) {
        return srcset(sizes(picture));
    }

    /** The same in WebP, which most browsers take and load faster; empty where there is none. */
    public static String webpSrcset(Picture picture) {
        return srcset(picture.getRenditions().stream()
                .filter(rendition -> !rendition.getName().equals(ORIGINAL) && isWebp(rendition))
                .toList());
    }

    private static boolean isWebp(Rendition rendition) {
        return rendition.getContentType().equals("image/webp");
    }

    private static String srcset(List<Rendition> sizes) {
        return sizes.stream()
                .collect(Collectors.toMap(Rendition::getWidth, Rendition::getHref, (first, _) -> first, TreeMap::new))
                .entrySet()
                .stream()
                .map(size -> size.getValue() + " " + size.getKey() + "w")
                .collect(Collectors.joining(", "));
    }

    /**
     * The classes of the site's style that keep the focal point in view where a picture is cropped; empty where there is none.
     */
    public static String focus(Picture picture) {
        return picture.getFocalPoint()
                .map(point -> "focus-x" + fifth(point.getX()) + " focus-y" + fifth(point.getY()))
                .orElse("");
    }

    private static int fifth(double share) {
        return Math.clamp((int) (share * 5), 0, 4);
    }

    /** Caption, then credit in brackets; empty where the copy had neither. */
    public static Optional<String> captionAndCredit(Picture picture) {
        return Optional.of(Stream.concat(
                                picture.getCaption().stream(),
                                picture.getCredit().map(credit -> "(" + credit + ")").stream())
                        .collect(Collectors.joining(" ")))
                .filter(text -> !text.isBlank());
    }
}
