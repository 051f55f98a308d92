package news.slugline.ingest.format.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import news.slugline.ingest.format.text.Prose;
import org.jsoup.nodes.Element;

/**
 * Finds the element that holds the story: the one under which running text is dense, wide enough for text that is split
 * over several siblings.
 */
final class StoryElement {

    private static final Pattern COMMAS = Pattern.compile("[,;:、，،؛]");
    private static final Pattern STORY = Pattern.compile(
            "(?:^|[\\s_-])(?:article-?body|story-?body|entry-?content|post-?content|post-?body|article-?content|article-?text|story-?content|body-?text)(?:$|[\\s_-])");
    /** Shorter text may stand in a story and elsewhere. */
    static final int TELLING = 20;

    private static final int LEAST = 25;
    private static final int LEAST_UNSPACED = 12;
    private static final double WORTH = 0.2;
    private static final double A_COLUMN = 0.45;
    private static final int A_LITTLE = 250;

    private final List<Block> blocks;
    private final Map<Element, Double> scores = new HashMap<>();
    private final Map<Element, int[]> lengths = new HashMap<>();

    private StoryElement(List<Block> blocks) {
        this.blocks = blocks;
        for (Block block : blocks) {
            weigh(block);
        }
    }

    /**
     * The element; the body where there is nothing better.
     *
     * @param told the story by the page's metadata, in plain form; empty where there is none
     */
    static Element find(Element body, List<Block> blocks, String told) {
        var found = new StoryElement(blocks);
        return told.isEmpty() ? found.best(body) : found.holding(told, body);
    }

    private void weigh(Block block) {
        boolean isGood = isGood(block);
        Element container = container(block);
        double score = score(block);
        int level = 0;
        for (Element at = container; at != null; at = at.parent(), level++) {
            int[] sums = lengths.computeIfAbsent(at, _ -> new int[2]);
            sums[isGood ? 0 : 1] += block.text().length();
            if (isGood && level < 3) {
                scores.merge(at, score / (level == 0 ? 1 : level * 2), Double::sum);
            }
        }
    }

    private Element best(Element body) {
        Element top = body;
        double best = 0;
        for (var candidate : scores.entrySet()) {
            Element element = candidate.getKey();
            int[] sums = lengths.getOrDefault(element, new int[2]);
            double density = (double) sums[0] / Math.max(1, sums[0] + sums[1]);
            String names = Boilerplate.names(element);
            double named =
                    STORY.matcher(names).find() || element.attr("itemprop").equals("articleBody") ? 1.5 : 1;
            double score = candidate.getValue() * density * named;
            if (score > best) {
                best = score;
                top = element;
            }
        }
        return widen(top);
    }

    /** Takes in the siblings of the best element where they hold much running text and little else. */
    private Element widen(Element top) {
        Element widest = top;
        int steps = 0;
        boolean isColumn = false;
        for (Element at = top.parent(); at != null && !at.nameIs("html") && steps < 5; at = at.parent(), steps++) {
            int[] wide = lengths.getOrDefault(at, new int[2]);
            int[] narrow = lengths.getOrDefault(widest, new int[2]);
            int more = wide[0] - narrow[0];
            int noise = wide[1] - narrow[1];
            // another cell of a table that lays the page out is another column; a little text is a teaser's
            isColumn |= at.nameIs("tr");
            double worth = isColumn || more < A_LITTLE ? A_COLUMN : WORTH;
            if (more > worth * narrow[0] && more > 1.5 * noise) {
                widest = at;
            }
        }
        return widest;
    }

    /** The innermost element that holds nearly all of the blocks that the metadata tell. */
    private Element holding(String told, Element body) {
        var counts = new HashMap<Element, Integer>();
        int all = 0;
        for (Block block : blocks) {
            if (isTold(block, told)) {
                int length = block.text().length();
                all += length;
                for (Element at = container(block); at != null; at = at.parent()) {
                    counts.merge(at, length, Integer::sum);
                }
            }
        }
        Element innermost = body;
        int deepest = -1;
        for (var candidate : counts.entrySet()) {
            int depth = candidate.getKey().parents().size();
            if (candidate.getValue() >= all * 0.95 && depth > deepest) {
                innermost = candidate.getKey();
                deepest = depth;
            }
        }
        return innermost;
    }

    private static boolean isGood(Block block) {
        int least = Prose.isUnspaced(block.text()) ? LEAST_UNSPACED : LEAST;
        return block.kind() != Block.Kind.CAPTION
                && block.text().length() >= least
                && block.linkDensity() < 0.4
                && (Prose.isProse(block.text()) || block.text().length() > 120);
    }

    private static double score(Block block) {
        int length = block.text().length() * (Prose.isUnspaced(block.text()) ? 2 : 1);
        long commas = COMMAS.matcher(block.text()).results().limit(20).count();
        return (1 + commas + Math.min(length / 100.0, 3)) * (1 - block.linkDensity());
    }

    private static Element container(Block block) {
        Element element = block.element();
        boolean isLeaf =
                element.nameIs("p") || element.nameIs("li") || element.nameIs("blockquote") || element.nameIs("h2");
        return isLeaf && element.parent() != null ? element.parent() : element;
    }

    /** How much of what the metadata tell stands in these blocks, 0 to 1. */
    static double share(String told, List<Block> blocks) {
        int length = blocks.stream()
                .filter(block -> isTold(block, told))
                .mapToInt(block -> block.text().length())
                .sum();
        return told.isEmpty() ? 0 : Math.min(1, (double) length / told.length());
    }

    private static boolean isTold(Block block, String told) {
        String plain = Prose.plain(block.text());
        return plain.length() >= TELLING && told.contains(plain);
    }
}
