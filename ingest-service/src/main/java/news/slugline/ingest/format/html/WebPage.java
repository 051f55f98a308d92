package news.slugline.ingest.format.html;

import java.util.List;
import java.util.Optional;
import news.slugline.event.Picture;
import news.slugline.ingest.format.text.Prose;
import news.slugline.ingest.format.text.TextParagraphs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The story that a web page holds.
 *
 * @param paragraphs subheads, list items and tables' rows among them, in the order of the page
 * @param pictures the lead picture first
 */
public record WebPage(
        String headline,
        Optional<String> byline,
        List<String> authors,
        List<String> paragraphs,
        List<Picture> pictures,
        PageFacts facts) {

    private static final double AGREES = 0.5;
    private static final int LEAST_TOLD = 200;
    private static final int LEAST_STORY = 140;

    /** Takes a page apart; changes the document. */
    public static WebPage of(Document page) {
        var metadata = new PageMetadata(page);
        var facts = PageFacts.of(page, metadata);
        List<Block> whole = Blocks.of(page.body());
        String headline = Titles.headline(page, whole, metadata);
        Optional<String> byline = Bylines.find(page, whole, metadata);
        List<String> authors = metadata.articleAuthors();
        Boilerplate.remove(page);
        List<Block> blocks = Blocks.of(page.body());
        String told = told(metadata, blocks);
        Element story = StoryElement.find(page.body(), blocks, told);
        List<Block> kept = new Paragraphs(headline, byline, told).of(Blocks.of(story));
        if (length(kept) < LEAST_STORY) {
            // a very short story, or one in a container that was taken for boilerplate
            List<Block> prose = new Paragraphs(headline, byline, told).of(proseOf(whole));
            kept = length(prose) > 2 * length(kept) ? prose : kept;
        }
        String untold = untold(metadata);
        boolean isEmpty = !untold.isEmpty() && kept.stream().noneMatch(Paragraphs::isProse);
        return new WebPage(
                headline,
                byline,
                authors,
                isEmpty ? paragraphs(untold) : Markup.paragraphs(kept),
                PagePictures.of(page, story, metadata),
                facts);
    }

    /** What JSON-LD gives as the body of a page that a script would fill in, and that shows none without it. */
    private static String untold(PageMetadata metadata) {
        return metadata.article("articleBody", "text")
                .filter(body -> body.length() >= LEAST_TOLD)
                .orElse("");
    }

    private static List<String> paragraphs(String body) {
        return body.contains("</") || body.contains("<br") ? Markup.paragraphs(body) : TextParagraphs.of(body);
    }

    /** What JSON-LD gives as the body, where the page agrees; in plain form. */
    private static String told(PageMetadata metadata, List<Block> blocks) {
        String told = Prose.plain(metadata.article("articleBody", "text")
                .map(body -> Jsoup.parse(body).text())
                .orElse(""));
        return told.length() >= LEAST_TOLD && StoryElement.share(told, blocks) >= AGREES ? told : "";
    }

    private static List<Block> proseOf(List<Block> whole) {
        return whole.stream()
                .filter(Paragraphs::isProse)
                .filter(block -> block.element().closest("noscript, template, nav, footer, form, iframe") == null)
                .toList();
    }

    private static int length(List<Block> blocks) {
        return blocks.stream().mapToInt(block -> block.text().length()).sum();
    }
}
