package news.slugline.ingest.format;

import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.ingest.format.html.Markup;
import news.slugline.ingest.format.text.TextParagraphs;
import tools.jackson.databind.JsonNode;

/** The body of a ninjs item as paragraphs, whether it is plain text, HTML or NITF. */
final class NinjsBody {

    private static final Pattern MARKUP =
            Pattern.compile("(?i)</?[a-z][a-z0-9.]{0,15}(?:\\s[^>]*)?/?>|&(?:amp|lt|gt|quot|nbsp|#\\d{2,6});");
    /** Roles of bodies that are not the whole story. */
    private static final String PARTIAL = "(?i).*(?:summary|abstract|teaser|caption|short|lead|intro|social).*";

    private NinjsBody() {}

    /** The whole story before parts of it; markup before text, as it says where paragraphs end; a description last. */
    static List<String> paragraphs(JsonNode item) {
        Stream<String> bodies = item.path("bodies")
                .valueStream()
                .sorted(Comparator.<JsonNode, Boolean>comparing(
                                body -> body.path("role").asString("").matches(PARTIAL))
                        .thenComparing(body -> !isMarkup(body)))
                .flatMap(body -> Json.text(body, "value").stream());
        Stream<String> fields = item.propertyStream()
                .filter(field -> field.getKey().matches("(?i)body_?(?:html|xhtml|richhtml|nitf|xml|text)?\\d?"))
                .filter(field -> field.getValue().isString())
                .sorted(Comparator.comparing(
                        field -> !MARKUP.matcher(field.getValue().asString()).find()))
                .map(Entry::getValue)
                .map(JsonNode::asString);
        Stream<String> descriptions = Stream.concat(
                item.path("descriptions")
                        .valueStream()
                        .flatMap(description -> Json.text(description, "value").stream()),
                Json.text(item, "description_text", "description_html", "description_caption", "caption").stream());
        return Stream.of(bodies, fields, descriptions)
                .flatMap(values -> values)
                .map(NinjsBody::paragraphs)
                .filter(paragraphs -> !paragraphs.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isMarkup(JsonNode body) {
        return Json.text(body, "contentType", "contenttype", "type").orElse("").matches("(?i).*(?:html|xml).*");
    }

    private static List<String> paragraphs(String value) {
        return MARKUP.matcher(value).find() ? Markup.paragraphs(value) : TextParagraphs.of(value);
    }
}
