package news.slugline.ingest.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.ingest.format.text.EmbargoLine;
import news.slugline.ingest.format.text.FurnitureRules;
import news.slugline.ingest.format.text.Prose;
import org.jsoup.nodes.Element;

/** Tells, of the blocks of the part of a page that holds the story, those that are the story's from those around it. */
final class Paragraphs {

    private static final Pattern DATE = Pattern.compile(
            "(?iu)(?:(?:published|updated|posted|last (?:updated|modified)|created|on|at|veröffentlicht|aktualisiert|publié|mis à jour|publicado|actualizado"
                    + "|опубликовано|обновлено)\\b[\\s:]*)?[^.!?]{0,24}\\b(?:19|20)\\d{2}\\b[^.!?]{0,30}");
    private static final Pattern INVITATION = Pattern.compile(
            "(?iU)(?:read (?:more|also|next|on)|see also|also read|more (?:on|from|stories)|related|recommended|advertis\\w*|share (?:this|on)|follow (?:us|\\w+ on)"
                    + "|sign up|subscribe|newsletter|our standards|click here|download (?:the|our)|watch(?::| the video)|listen(?::| to)|photo(?:s|graph)?\\s?(?::|by\\b)|image\\s?(?::|by\\b|credit)"
                    + "|picture:|credit:|source:|tags?:|topics?:|filed under|categories:|©|copyright|all rights reserved|lesen sie (?:auch|mehr)|mehr zum thema"
                    + "|lire aussi|à lire aussi|leia (?:mais|também)|lea también|lee también|te puede interesar|leggi anche|lees ook|läs (?:också|mer)|czytaj (?:też|także|więcej)"
                    + "|haberin devamı|ilginizi çekebilir|ayrıca bkz|bunlar da ilginizi çekebilir|continua dopo la pubblicità|continúa después de la publicidad|continua depois da publicidade|la suite après (?:cette|la) publicité|artikel weiterlesen nach der anzeige|читайте также|подписывайтесь|اقرأ أيضا|اقرأ المزيد|더보기|관련기사|関連記事|相关阅读|延伸阅读|推荐阅读|责任编辑|אולי יעניין|διαβάστε επίσης)\\b.{0,160}");
    private static final int SHORT = 60;
    /** What an invitation is followed by is its own until a paragraph of this length. */
    private static final int ENDS_A_BOX = 80;

    /** A box holds less of the page's running text than this. */
    private static final double MOST_OF_A_BOX = 0.3;

    /** Beyond, the page is no story's; each costs a look at the whole page. */
    private static final int MOST_BOXES = 40;

    private static final int WORDS_OF_A_LEAD_IN = 8;
    private static final double LINKS = 0.6;
    private static final double MANY_LINKS = 0.3;

    private final String headline;
    private final Optional<String> byline;
    private final String told;

    /**
     * @param told what the page's metadata give as the story's body, in plain form; empty where they give none, or
     *     disagree with the page
     */
    Paragraphs(String headline, Optional<String> byline, String told) {
        this.headline = Prose.plain(headline);
        this.byline = byline.map(Prose::plain);
        this.told = told;
    }

    List<Block> of(List<Block> blocks) {
        var kept = new ArrayList<Block>();
        int prose = prose(blocks.stream());
        boolean inRelated = false;
        Element box = null;
        int boxes = 0;
        for (Block block : blocks) {
            if (box != null && isIn(block, box)) {
                continue;
            }
            boolean isProse = isProse(block);
            if (isRelated(block)) {
                inRelated = true;
                box = boxes++ < MOST_BOXES ? box(block, blocks, kept, prose) : null;
            } else if ((isProse && block.text().length() >= ENDS_A_BOX)
                    || (block.kind() == Block.Kind.HEADING && block.linked() == 0)) {
                inRelated = false;
            }
            if (!inRelated && isStory(block, isProse)) {
                kept.add(block);
            }
        }
        trimStart(kept);
        trimEnd(kept);
        return withoutBareHeadings(kept);
    }

    /** The element that a heading over links heads: the widest around it without story so far, or with much text. */
    private static Element box(Block heading, List<Block> blocks, List<Block> kept, int prose) {
        Element box = heading.element();
        for (Element wider = box.parent(); wider != null; wider = wider.parent()) {
            Element around = wider;
            if (kept.stream().anyMatch(block -> isIn(block, around))
                    || prose(blocks.stream().filter(block -> isIn(block, around))) > prose * MOST_OF_A_BOX) {
                return box;
            }
            box = wider;
        }
        return box;
    }

    private static boolean isIn(Block block, Element element) {
        return block.element().equals(element) || block.element().parents().contains(element);
    }

    private static int prose(Stream<Block> blocks) {
        return blocks.filter(Paragraphs::isProse)
                .mapToInt(block -> block.text().length())
                .sum();
    }

    static boolean isProse(Block block) {
        return block.kind() != Block.Kind.CAPTION && block.linkDensity() < LINKS && Prose.isProse(block.text());
    }

    private boolean isStory(Block block, boolean isProse) {
        String text = block.text();
        if (block.kind() == Block.Kind.CAPTION) {
            return false;
        }
        String plain = Prose.plain(text);
        if (plain.length() >= StoryElement.TELLING && told.contains(plain)) {
            return true;
        }
        if (plain.equals(headline) || byline.filter(plain::equals).isPresent() || plain.isEmpty()) {
            return false;
        }
        boolean isLinked = block.linkDensity() > (isProse || Prose.words(text) > 25 ? LINKS : MANY_LINKS);
        if (isLinked && !(block.kind() == Block.Kind.ITEM && isProse)) {
            return false;
        }
        return !(FurnitureRules.isFurniture(text)
                || (text.length() < 200 && INVITATION.matcher(text).matches())
                || (text.length() < SHORT && !isProse && DATE.matcher(text).matches()));
    }

    private static boolean isRelated(Block block) {
        String text = block.text();
        return text.length() < SHORT
                && (FurnitureRules.isRelated(text) || INVITATION.matcher(text).matches());
    }

    /** Before the first sentence stand breadcrumbs, dates and names; a subhead is story only after a paragraph. */
    private static void trimStart(List<Block> blocks) {
        while (!blocks.isEmpty()
                && !isProse(blocks.getFirst())
                && !isLeadIn(blocks.getFirst())
                && blocks.getFirst().text().length() < 2 * SHORT
                && blocks.stream().anyMatch(Paragraphs::isProse)) {
            blocks.removeFirst();
        }
    }

    /** A paragraph that announces what follows, as over a list, or holds all of it back. */
    private static boolean isLeadIn(Block block) {
        boolean announces = block.element().nameIs("p")
                && block.linked() == 0
                && Prose.words(block.text()) >= WORDS_OF_A_LEAD_IN
                && block.text().matches("(?s).*[:：…]");
        return announces || EmbargoLine.is(block.text());
    }

    private static void trimEnd(List<Block> blocks) {
        while (!blocks.isEmpty() && blocks.stream().anyMatch(Paragraphs::isProse)) {
            Block last = blocks.getLast();
            boolean isStory = isProse(last)
                    || last.kind() == Block.Kind.ROW
                    || (last.kind() == Block.Kind.ITEM && last.linkDensity() < MANY_LINKS)
                    || (last.kind() != Block.Kind.HEADING && last.text().length() >= SHORT);
            if (isStory) {
                return;
            }
            blocks.removeLast();
        }
    }

    private static List<Block> withoutBareHeadings(List<Block> blocks) {
        var kept = new ArrayList<Block>();
        for (int i = 0; i < blocks.size(); i++) {
            boolean isLast = i == blocks.size() - 1;
            if (blocks.get(i).kind() != Block.Kind.HEADING || !isLast) {
                kept.add(blocks.get(i));
            }
        }
        return kept;
    }
}
