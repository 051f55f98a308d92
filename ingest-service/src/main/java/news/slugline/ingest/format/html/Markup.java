package news.slugline.ingest.format.html;

import java.util.ArrayList;
import java.util.List;
import news.slugline.ingest.format.text.TextParagraphs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The paragraphs of a body that a format carries as markup, HTML or NITF: all of it is story. */
public final class Markup {

    private Markup() {}

    /** Subheads, list items with a mark, and rows of tables are paragraphs too; captions are not. */
    public static List<String> paragraphs(String markup) {
        Document document = Jsoup.parseBodyFragment(markup.replaceAll("(?i)<(/?)hl[1-6]\\b", "<$1h3")
                .replaceAll("(?i)<(/?)(?:block|body\\.content|bq|note|lead)\\b", "<$1div"));
        document.select("script, style, figure, noscript, template, media, iframe, video, audio")
                .remove();
        for (Element preformatted : document.select("pre")) {
            TextParagraphs.of(preformatted.wholeText()).forEach(paragraph -> preformatted.before(lines(paragraph)));
            preformatted.remove();
        }
        return paragraphs(Blocks.of(document.body()).stream()
                .filter(block -> block.kind() != Block.Kind.CAPTION)
                .toList());
    }

    private static Element lines(String paragraph) {
        var element = new Element("p");
        for (String line : paragraph.split("\n", -1)) {
            element.appendText(line).appendElement("br");
        }
        return element;
    }

    /** Rows of one table are one paragraph. */
    static List<String> paragraphs(List<Block> blocks) {
        var paragraphs = new ArrayList<String>();
        Block last = null;
        for (Block block : blocks) {
            if (block.kind() == Block.Kind.ROW && last != null && last.kind() == Block.Kind.ROW) {
                paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + "\n" + block.text());
            } else {
                paragraphs.add(block.kind() == Block.Kind.ITEM ? "• " + block.text() : block.text());
            }
            last = block;
        }
        return paragraphs;
    }
}
