package news.slugline.ingest.format;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Picture;
import news.slugline.ingest.format.xml.Nodes;
import org.w3c.dom.Element;

/** What a WordPress export (WXR 1.0 to 1.2) has beyond RSS. */
final class WordPress {

    private WordPress() {}

    static boolean isExport(Element root) {
        return Nodes.first(root, "wxr_version").isPresent()
                || Nodes.first(root, "post_type").isPresent();
    }

    /** Posts are stories; attachments, menus and pages are not. */
    static boolean isStory(Element item) {
        return Nodes.text(item, "post_type").orElse("post").equals("post")
                && !Nodes.text(item, "status").orElse("publish").matches("trash|auto-draft|inherit");
    }

    static boolean isPublished(Element item) {
        return Nodes.text(item, "status").orElse("publish").equals("publish");
    }

    static Optional<Instant> modified(Element item) {
        return Stream.of("post_modified_gmt", "post_date_gmt")
                .flatMap(name -> Nodes.text(item, name).stream())
                .filter(date -> !date.startsWith("0000"))
                .flatMap(date -> Values.instant(date, null).stream())
                .findFirst();
    }

    /** The attachments that belong to a post: its own, and the one that is its thumbnail. */
    static List<Element> attachmentsOf(Element item, List<Element> items) {
        Optional<String> id = Nodes.text(item, "post_id");
        Optional<String> thumbnail = Nodes.all(item, "postmeta")
                .filter(meta -> Nodes.text(meta, "meta_key")
                        .filter("_thumbnail_id"::equals)
                        .isPresent())
                .flatMap(meta -> Nodes.text(meta, "meta_value").stream())
                .findFirst();
        return items.stream()
                .filter(other -> Nodes.text(other, "post_type")
                        .filter("attachment"::equals)
                        .isPresent())
                .filter(other ->
                        (id.isPresent() && Nodes.text(other, "post_parent").equals(id))
                                || (thumbnail.isPresent()
                                        && Nodes.text(other, "post_id").equals(thumbnail)))
                .toList();
    }

    static Stream<Picture> pictures(Element item, List<Element> items) {
        return attachmentsOf(item, items).stream()
                .map(attachment -> Picture.newBuilder()
                        .setHref(Nodes.text(attachment, "attachment_url").orElse(null))
                        .setCaption(Nodes.children(attachment, "encoded").stream()
                                .filter(element -> element.getNodeName().startsWith("excerpt"))
                                .map(Nodes::text)
                                .filter(text -> !text.isEmpty())
                                .findFirst()
                                .orElse(null))
                        .build());
    }

    /** Text without block markup has its paragraphs at blank lines, as WordPress shows it; shortcodes go. */
    static String withParagraphs(String content) {
        String text = content.replaceAll("<!--.{0,2000}?-->", "")
                .replaceAll("\\[/?(?:caption|gallery|embed|video|audio)\\b[^\\]]{0,500}\\]", "");
        return text.matches("(?is).*<(?:p|div|br|h[1-6]|ul|ol|table|blockquote)\\b.*")
                ? text.replaceAll("\\r?\\n\\s*\\r?\\n", "<br><br>")
                : text.replaceAll("\\r?\\n\\s*\\r?\\n", "</p><p>");
    }
}
