package news.slugline.ingest.format;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import news.slugline.ingest.format.html.Markup;
import tools.jackson.databind.JsonNode;

/** The body of a ninjs item as paragraphs, whether it is plain text or HTML. */
final class NinjsBody {

    private static final String PARAGRAPH = "\n\n";

    private NinjsBody() {}

    /** Markup is preferred to text: it says where paragraphs end. */
    static List<String> paragraphs(JsonNode item) {
        return Stream.concat(
                        item.path("bodies")
                                .valueStream()
                                .sorted(Comparator.comparing(body -> !isMarkup(body)))
                                .map(body -> paragraphs(
                                        NinjsReader.text(body, "value").orElse(""), isMarkup(body))),
                        Stream.of(
                                paragraphs(
                                        NinjsReader.text(item, "body_html", "body_xhtml")
                                                .orElse(""),
                                        true),
                                paragraphs(NinjsReader.text(item, "body_text").orElse(""), false)))
                .filter(paragraphs -> !paragraphs.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isMarkup(JsonNode body) {
        return body.path("contentType").asString("").contains("html");
    }

    private static List<String> paragraphs(String value, boolean markup) {
        if (markup) {
            return Markup.paragraphs(value);
        }
        String text = value.replace("\r\n", "\n");
        String separator = text.contains(PARAGRAPH) ? "\n\\s*\n" : "\n";
        return Arrays.stream(text.split(separator))
                .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
