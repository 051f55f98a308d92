package news.slugline.ingest.format.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands above the body: section label, headline, standfirst, dates. */
final class HeadRules {

    private static final Phrases SECTIONS = Phrases.of("/furniture/sections.txt");
    private static final Pattern CRUMB = Pattern.compile("\\s*[>›»→|•·/\\\\–—»]\\s*");
    private static final Pattern CRUMBS = Pattern.compile(
            "^[\\p{L}\\p{M}\\p{N}&.,’' -]{2,40}(?:\\s*[>›»→]\\s*[\\p{L}\\p{M}\\p{N}&.,’' -]{2,40}){1,5}$"
                    + "|^[\\p{L}\\p{M}\\p{N}&.’' -]{2,30}(?:\\s?[|•·/]\\s?[\\p{L}\\p{M}\\p{N}&.’' -]{2,30}){1,5}$");
    private static final Pattern RUN_TOGETHER =
            Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})|\\s{2,}");
    private static final Pattern KICKER = Pattern.compile("^\\p{Lu}[\\p{Lu}\\p{M}\\p{N}&’' -]{2,30}$");
    private static final Pattern SITE_SUFFIX = Pattern.compile("\\s[|–—-]\\s[^|–—-]{2,40}$");
    private static final int LONGEST_SUFFIX = 60;
    private static final String KICKER_RULE = "kicker";
    private static final int MASTHEAD_WORDS = 4;
    private static final int LONGEST_LABEL = 3;
    private static final int LONGEST_UNSPACED_LABEL = 6;

    private HeadRules() {}

    /** A dateline on a line of its own above the text. */
    static void datelines(Page page) {
        aboveTheBody(page).stream()
                .filter(line -> Dateline.isAlone(line.text))
                .findFirst()
                .ifPresent(line -> line.take("dateline-line", Field.DATELINE));
    }

    /** The paper's name above its date, when section or headline are still to come. */
    static void masthead(Page page) {
        List<Page.Line> head = aboveTheBody(page).stream()
                .filter(line -> !FurnitureRules.isFurniture(line.text))
                .toList();
        if (head.size() >= 3 && Prose.words(head.getFirst().text) <= MASTHEAD_WORDS) {
            Page.Line below = page.beside(head.getFirst(), 1);
            if (below != null && (below.field() == Field.DATE || isAboveLabels(page, head, below))) {
                head.getFirst().take("masthead", Field.FURNITURE);
            }
        }
    }

    /** A label or a menu stands under the paper's name, and a line that can be the headline further below. */
    private static boolean isAboveLabels(Page page, List<Page.Line> head, Page.Line below) {
        boolean isMenu = below.field() == Field.FURNITURE && below.index < head.get(1).index;
        boolean isLabel = isMenu
                || (below.isOpen()
                        && (section(below.text).isPresent()
                                || CRUMBS.matcher(below.text).matches()));
        return isLabel
                && page.of(Field.COPYRIGHT).count() + page.of(Field.FURNITURE).count() >= 2
                && head.stream().skip(1).anyMatch(line -> isLongerThanALabel(line.text));
    }

    /** Section labels, breadcrumbs and labels run together, above the headline. */
    static void sections(Page page) {
        for (Page.Line line : aboveTheBody(page)) {
            if (section(line.text).isPresent()) {
                line.take("section", Field.SECTION);
            } else if (!isFollowedByHeadline(page, line)) {
                return;
            } else if (KICKER.matcher(line.text).matches() && Prose.words(line.text) <= 3) {
                line.take(KICKER_RULE, Field.SECTION);
            } else if (isLoneWord(page, line)) {
                line.take("section-word", Field.SECTION);
            } else if (isSubsection(page, line)) {
                line.take("section-below-section", Field.SECTION);
            } else {
                return;
            }
        }
    }

    /** The first line that is left: the headline, whatever it looks like. */
    static void headline(Page page) {
        firstLine(page).ifPresent(line -> {
            line.take("headline", Field.HEADLINE);
            Page.Line below = page.next(line);
            if (below != null && below.isOpen() && goesOn(page, line, below)) {
                below.take("headline-second-line", Field.HEADLINE);
            }
            String plain = Prose.plain(line.text);
            page.open()
                    .filter(other -> isAgain(other, plain))
                    .toList()
                    .forEach(other -> other.take("headline-repeated", Field.FURNITURE));
        });
    }

    /** Above the body; a text that begins with its first sentence has that for a headline. */
    private static Optional<Page.Line> firstLine(Page page) {
        return aboveTheBody(page).stream()
                .findFirst()
                .or(() -> page.lines().stream()
                        .filter(line -> line.isOpen() || line.field() == Field.BODY)
                        .findFirst()
                        .filter(Page.Line::isOpen));
    }

    /** Lines between headline and body: the standfirst, and the author where he stands there without a "By". */
    static void subheadline(Page page) {
        List<Page.Line> between = aboveTheBody(page);
        boolean bodyFollows = page.first(Field.BODY).isPresent() || page.open().anyMatch(page::startsBody);
        if (!bodyFollows) {
            return;
        }
        between.stream()
                .filter(line -> BylineRules.isJustAName(line.text))
                .findFirst()
                .filter(_ -> page.first(Field.BYLINE).isEmpty())
                .ifPresent(line -> line.take("byline-bare", Field.BYLINE));
        between.stream()
                .filter(Page.Line::isOpen)
                .filter(line -> Prose.words(line.text) >= 3 || Prose.isUnspaced(line.text))
                .findFirst()
                .ifPresent(line -> line.take("subheadline", Field.SUBHEADLINE));
    }

    /** The section that the labels above the headline name: the last that is known as one, else the last. */
    static Optional<String> section(Page page) {
        List<String> labels = page.of(Field.SECTION).map(line -> line.text).toList();
        return labels.reversed().stream()
                .filter(label -> !KICKER_RULE.equals(ruleOf(page, label)))
                .findFirst()
                .map(label -> section(label).orElse(label))
                .or(() -> labels.reversed().stream().findFirst());
    }

    private static String ruleOf(Page page, String label) {
        return page.of(Field.SECTION)
                .filter(line -> line.text.equals(label))
                .findFirst()
                .map(Page.Line::rule)
                .orElse("");
    }

    /** The last label of a breadcrumb, or of labels run together; empty where the line is no section label. */
    static Optional<String> section(String text) {
        if (SECTIONS.is(text)) {
            return Optional.of(text);
        }
        if (CRUMBS.matcher(text).matches()) {
            List<String> crumbs = CRUMB.splitAsStream(text)
                    .map(String::strip)
                    .filter(c -> !c.isEmpty())
                    .toList();
            boolean known = crumbs.stream().anyMatch(SECTIONS::is);
            return known || text.contains(">") || text.contains("›") || text.contains("»")
                    ? crumbs.reversed().stream()
                            .filter(crumb -> Prose.words(crumb) <= LONGEST_LABEL)
                            .findFirst()
                    : Optional.empty();
        }
        List<String> parts = RUN_TOGETHER.splitAsStream(text).toList();
        return parts.size() > 1
                        && parts.size() <= 3
                        && SECTIONS.is(parts.getFirst())
                        && Prose.words(text) <= LONGEST_LABEL
                ? Optional.of(parts.getLast())
                : Optional.empty();
    }

    private static List<Page.Line> aboveTheBody(Page page) {
        return page.lines().stream()
                .takeWhile(line -> line.field() != Field.BODY && !(line.isOpen() && page.startsBody(line)))
                .filter(Page.Line::isOpen)
                .toList();
    }

    private static boolean isFollowedByHeadline(Page page, Page.Line line) {
        return page.open()
                .filter(other -> other.index > line.index)
                .findFirst()
                .filter(other -> !page.startsBody(other))
                .isPresent();
    }

    /** A single word, or two of which one is a section's, above a line that can be the headline. */
    private static boolean isLoneWord(Page page, Page.Line line) {
        boolean few = Prose.isUnspaced(line.text)
                ? line.text.length() <= LONGEST_UNSPACED_LABEL
                : Prose.words(line.text) == 1
                        || (Prose.words(line.text) == 2
                                && Pattern.compile("\\s")
                                        .splitAsStream(line.text)
                                        .anyMatch(SECTIONS::is));
        return few && !Prose.endsSentence(line.text) && isFollowedByLongerLine(page, line);
    }

    private static boolean isFollowedByLongerLine(Page page, Page.Line line) {
        return page.open()
                .filter(other -> other.index > line.index)
                .findFirst()
                .filter(other -> isLongerThanALabel(other.text) && !page.startsBody(other))
                .isPresent();
    }

    private static boolean isLabel(String text) {
        return !Prose.endsSentence(text)
                && (Prose.isUnspaced(text)
                        ? text.length() <= LONGEST_UNSPACED_LABEL
                        : Prose.words(text) <= LONGEST_LABEL);
    }

    private static boolean isLongerThanALabel(String text) {
        return Prose.isUnspaced(text) ? text.length() > LONGEST_UNSPACED_LABEL : Prose.words(text) > LONGEST_LABEL;
    }

    /** A label of a word or two right under a section label, with the headline still to come. */
    private static boolean isSubsection(Page page, Page.Line line) {
        Page.Line above = page.beside(line, -1);
        while (above != null && above.field() == Field.FURNITURE) {
            above = page.beside(above, -1);
        }
        return above != null
                && above.field() == Field.SECTION
                && isLabel(line.text)
                && page.open()
                        .filter(other -> other.index > line.index)
                        .findFirst()
                        .filter(other -> isLongerThanALabel(other.text))
                        .isPresent();
    }

    /** A headline that was broken over two lines: no blank line between, and the second begins in lower case. */
    private static boolean goesOn(Page page, Page.Line first, Page.Line second) {
        return !second.isProse()
                && !Prose.endsSentence(first.text)
                && !second.text.isEmpty()
                && Character.isLowerCase(second.text.codePointAt(0))
                && page.open().anyMatch(line -> line.index > second.index);
    }

    /** Whether another line is the headline once more, with the name of the site behind it or without. */
    private static boolean isAgain(Page.Line other, String plainHeadline) {
        return other.text.length() <= plainHeadline.length() + LONGEST_SUFFIX
                && !Prose.endsSentence(other.text)
                && Prose.plain(SITE_SUFFIX.matcher(other.text).replaceFirst("")).equals(plainHeadline);
    }
}
