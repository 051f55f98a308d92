package news.slugline.ingest.format.html;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.event.Picture;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the pictures of a story with what stands under them: those in figures, those in its text, and the lead picture. */
final class PagePictures {

    private static final Pattern CREDIT = Pattern.compile(
            "(?iu)^(.*?)[\\s(\\[|]*(?:(?:photo(?:graph)?s?|picture|image|credit|foto|bild|crédit(?: photo)?|fotografía|фото|illustration)\\s?(?:by|:|credit:?|von|de|/)\\s*(.{2,80}?)"
                    + "|(?:©|\\(c\\))\\s*(.{2,80}?))[)\\]]?$",
            Pattern.DOTALL);
    private static final Pattern FURNITURE = Pattern.compile(
            "(?i).*(?:logo|icon|avatar|sprite|pixel|spacer|blank|placeholder|gravatar|emoji|badge|button|1x1|tracking)[^/]*");
    private static final int SMALLEST = 100;
    private static final int MOST = 50;

    private PagePictures() {}

    /**
     * The pictures, the lead first.
     *
     * @param story the element that holds the story
     */
    static List<Picture> of(Document page, Element story, PageMetadata metadata) {
        var pictures = new ArrayList<Picture>();
        Set<String> seen = new HashSet<>();
        Element around = Optional.ofNullable(story.closest("article, main")).orElse(story);
        for (Element figure : around.select("figure, .wp-caption, [class*=image-caption], amp-img")) {
            if (figure.parents().stream().noneMatch(parent -> parent.nameIs("figure"))) {
                picture(figure).filter(picture -> isNew(picture, seen)).ifPresent(pictures::add);
            }
        }
        for (Element image : story.getElementsByTag("img")) {
            if (image.closest("figure, .wp-caption, nav, aside, footer") == null && isLarge(image)) {
                picture(image).filter(picture -> isNew(picture, seen)).ifPresent(pictures::add);
            }
        }
        lead(page, metadata).ifPresent(lead -> putFirst(pictures, lead));
        return pictures.stream().limit(MOST).toList();
    }

    private static Optional<Picture> lead(Document page, PageMetadata metadata) {
        return Stream.concat(
                        metadata.meta("og:image:secure_url", "og:image", "twitter:image").stream(),
                        metadata.articlePictures().stream())
                .flatMap(url -> absolute(page.baseUri(), url).stream())
                .findFirst()
                .map(url -> Picture.newBuilder()
                        .setHref(url)
                        .setAltText(metadata.meta("og:image:alt", "twitter:image:alt")
                                .orElse(null))
                        .build());
    }

    /** The lead is mostly one of the page's own, in another size: that one has the caption. */
    private static void putFirst(List<Picture> pictures, Picture lead) {
        Picture own = pictures.stream()
                .filter(picture -> name(picture).equals(name(lead)))
                .findFirst()
                .orElse(lead);
        pictures.remove(own);
        pictures.addFirst(own);
    }

    private static boolean isNew(Picture picture, Set<String> seen) {
        return seen.add(name(picture));
    }

    private static String name(Picture picture) {
        return picture.getHref()
                .orElse("")
                .replaceFirst("\\?.*", "")
                .replaceFirst(".*/", "")
                .replaceFirst("-\\d{2,4}x\\d{2,4}(?=\\.\\w+$)", "");
    }

    private static Optional<Picture> picture(Element element) {
        Element image = element.nameIs("img") || element.nameIs("amp-img")
                ? element
                : element.selectFirst("img, amp-img, source[srcset]");
        Optional<String> href = Optional.ofNullable(image).flatMap(PagePictures::href);
        if (image == null || href.isEmpty()) {
            return Optional.empty();
        }
        String caption = caption(element, image);
        var credit = CREDIT.matcher(caption);
        boolean hasCredit = credit.matches();
        String printed = hasCredit ? Optional.ofNullable(credit.group(2)).orElse(credit.group(3)) : marked(element);
        String text = hasCredit ? credit.group(1) : caption.replace(printed, "");
        return Optional.of(Picture.newBuilder()
                .setHref(href.get())
                .setCaption(orNull(text))
                .setCredit(orNull(printed))
                .setAltText(orNull(image.attr("alt")))
                .build());
    }

    private static String caption(Element element, Element image) {
        Element caption = element.selectFirst("figcaption, .wp-caption-text, [class*=caption], [itemprop=caption]");
        return caption == null || caption.equals(image) ? "" : caption.text();
    }

    private static String marked(Element element) {
        Element credit = element.selectFirst(
                "[class*=credit], [itemprop=copyrightHolder], [class*=copyright], [class*=photographer]");
        return credit == null ? "" : credit.text();
    }

    private static Optional<String> href(Element image) {
        return Stream.of("data-src", "data-lazy-src", "data-original", "src", "data-srcset", "srcset")
                .map(image::attr)
                .filter(value -> !value.isBlank() && !value.startsWith("data:"))
                .map(value -> value.strip().split("[\\s,]", 2)[0])
                .flatMap(value -> absolute(image.baseUri(), value).stream())
                .filter(value -> !FURNITURE.matcher(value).matches())
                .findFirst();
    }

    private static boolean isLarge(Element image) {
        String width = image.attr("width").replaceAll("\\D.*", "");
        return width.isEmpty() || width.length() > 5 || Integer.parseInt(width) >= SMALLEST;
    }

    static Optional<String> absolute(String base, String address) {
        try {
            URI uri = base.isEmpty() ? new URI(address) : new URI(base).resolve(address.replace(" ", "%20"));
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
            return scheme.matches("(?i)https?") ? Optional.of(uri.toString()) : Optional.empty();
        } catch (java.net.URISyntaxException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static @Nullable String orNull(String text) {
        String bare = text.replaceAll("\\s+", " ").strip().replaceAll("^[|–—-]\\s*|\\s*[|–—-]$", "");
        return bare.isEmpty() ? null : bare;
    }
}
