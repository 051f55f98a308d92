package news.slugline.publish.channel;

import java.util.Optional;
import news.slugline.event.Picture;
import news.slugline.publish.story.Flow;
import news.slugline.publish.story.Pictures;
import news.slugline.publish.story.SiteProperties;
import news.slugline.publish.story.Story;
import org.springframework.web.util.HtmlUtils;

/** A story's pictures and paragraphs as an HTML fragment that stands by itself: absolute addresses, no styles. */
final class FullText {

    private FullText() {}

    static String of(Story story, SiteProperties site) {
        var html = new StringBuilder();
        story.article().getPictures().stream().findFirst().ifPresent(lead -> figure(lead, site, html));
        for (Flow part : Flow.of(story)) {
            switch (part) {
                case Flow.Paragraph(var text) ->
                    html.append("<p>")
                            .append(escaped(text).replace("\n", "<br>"))
                            .append("</p>\n");
                case Flow.Figure(var picture) -> figure(picture, site, html);
            }
        }
        return html.toString();
    }

    private static void figure(Picture picture, SiteProperties site, StringBuilder html) {
        Optional<String> caption = Pictures.captionAndCredit(picture);
        if (picture.getRenditions().isEmpty() && caption.isEmpty()) {
            return;
        }
        html.append("<figure>");
        if (!picture.getRenditions().isEmpty()) {
            var rendition = Pictures.largest(picture);
            html.append("<img src=\"").append(escaped(site.absolute(rendition.getHref())));
            html.append("\" alt=\"").append(escaped(picture.getAltText().orElse("")));
            html.append("\" width=\"").append(rendition.getWidth());
            html.append("\" height=\"").append(rendition.getHeight()).append("\">");
        }
        caption.ifPresent(
                text -> html.append("<figcaption>").append(escaped(text)).append("</figcaption>"));
        html.append("</figure>\n");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
