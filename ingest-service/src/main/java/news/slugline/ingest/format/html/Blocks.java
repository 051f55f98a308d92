package news.slugline.ingest.format.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Takes an element apart into its blocks, in the order of the page: at block elements, and where {@code br} stands twice.
 *
 * <p>A single {@code br} is a line break within its block.
 */
final class Blocks implements NodeVisitor {

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> MORE_BLOCKS =
            Set.of("amp-img", "picture", "summary", "details", "figcaption", "center");

    private static final Pattern CAPTION = Pattern.compile(
            "(?:^|[\\s_-])(?:(?:img|image|photo|picture|media|pic|figure|foto|bild|article-image)[_-]{0,2}(?:desc(?:ription)?|caption|legend|credits?|copyright|byline)"
                    + "|captions?|figcaption|bildunterschrift|bildtext|legende|pie-?(?:de-?)?foto|wp-caption-text|didascalia|kuvateksti)(?:$|[\\s_-])");
    /** Most classes have nothing of it. */
    private static final List<String> LIKELY =
            List.of("capt", "desc", "credit", "copyr", "legend", "byline", "bildt", "bildu", "foto", "didas", "kuvat");
    /** A longer text is none, whatever it is called. */
    private static final int LONGEST_CAPTION = 600;

    private final Set<Element> captions = new HashSet<>();
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Element block;
    private int linked;
    private int inLink;
    private boolean afterBreak;

    private Blocks(Element root) {
        this.block = root;
        for (Element element : root.getElementsByAttribute("class")) {
            if (isNamedCaption(element)) {
                captions.add(element);
            }
        }
    }

    static List<Block> of(Element root) {
        var blocks = new Blocks(root);
        root.traverse(blocks);
        blocks.end();
        return blocks.blocks;
    }

    @Override
    public void head(Node node, int depth) {
        switch (node) {
            case TextNode words -> add(words.getWholeText());
            case Element element when element.nameIs("br") -> lineBreak();
            case Element element when isCell(element) -> add(text.isEmpty() ? "" : " | ");
            case Element element
            when isBlock(element) -> {
                end();
                block = element;
            }
            case Element element when element.nameIs("a") -> inLink++;
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.nameIs("a")) {
                inLink--;
            } else if (isBlock(element) && !isCell(element) && !element.nameIs("br")) {
                end();
                block = element.parent() == null ? element : element.parent();
            }
        }
    }

    private void add(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean isSpace = Character.isWhitespace(c) || c == '\u00A0';
            if (isSpace) {
                if (!text.isEmpty()
                        && text.charAt(text.length() - 1) != ' '
                        && text.charAt(text.length() - 1) != '\n') {
                    text.append(' ');
                }
            } else {
                text.append(c);
                linked += inLink > 0 ? 1 : 0;
                afterBreak = false;
            }
        }
    }

    private void lineBreak() {
        if (afterBreak) {
            end();
        } else if (!text.isEmpty()) {
            text.append('\n');
            afterBreak = true;
        }
    }

    private void end() {
        String words = text.toString().replaceAll(" ?\\n ?", "\n").strip();
        if (!words.isEmpty() && !words.equals("|")) {
            blocks.add(new Block(block, kind(block), words, linked));
        }
        text.setLength(0);
        linked = 0;
        afterBreak = false;
    }

    private Block.Kind kind(Element element) {
        if (element.nameIs("tr")) {
            // the cells of a table of data end nowhere but at their row
            return Block.Kind.ROW;
        }
        for (Element at = element; at != null && !at.nameIs("body"); at = at.parent()) {
            String tag = at.normalName();
            if (HEADINGS.contains(tag)) {
                return Block.Kind.HEADING;
            }
            if (captions.contains(at)) {
                return Block.Kind.CAPTION;
            }
            switch (tag) {
                case "figcaption", "figure", "caption", "amp-img" -> {
                    return Block.Kind.CAPTION;
                }
                case "li", "dt", "dd" -> {
                    return Block.Kind.ITEM;
                }
                case "tr", "td", "div", "section", "article", "main" -> {
                    return Block.Kind.PARAGRAPH;
                }
                default -> {}
            }
        }
        return Block.Kind.PARAGRAPH;
    }

    private boolean isCell(Element element) {
        if (!element.nameIs("td") && !element.nameIs("th")) {
            return false;
        }
        // a table that lays the page out has blocks in its cells
        return element.children().stream().noneMatch(this::isBlock)
                && element.text().length() < 200
                && element.select("br + br").isEmpty();
    }

    /** What its class calls a caption or a credit, though it be an inline element. */
    private static boolean isNamedCaption(Element element) {
        String names = element.className().toLowerCase(Locale.ROOT);
        return LIKELY.stream().anyMatch(names::contains)
                && CAPTION.matcher(Boilerplate.names(element)).find()
                && element.text().length() < LONGEST_CAPTION;
    }

    private boolean isBlock(Element element) {
        return captions.contains(element) || element.isBlock() || MORE_BLOCKS.contains(element.normalName());
    }
}
