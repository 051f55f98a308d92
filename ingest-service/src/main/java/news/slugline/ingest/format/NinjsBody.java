package news.slugline.ingest.format;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
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
        String text = (markup ? text(value) : value).replace("\r\n", "\n");
        String separator = text.contains(PARAGRAPH) ? "\n\\s*\n" : "\n";
        return Arrays.stream(text.split(separator))
                .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static String text(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.select("script, style, figure, noscript, template").remove();
        var text = new StringBuilder();
        document.body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText().replaceAll("\\s+", " "));
                } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
                    text.append(PARAGRAPH);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && element.isBlock()) {
                    text.append(PARAGRAPH);
                }
            }
        });
        return text.toString();
    }
}
