package news.slugline.ingest.format.text;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The story itself: every line that no other rule was sure of, joined into paragraphs. */
final class BodyRules {

    /** Lines that a wire breaks at a fixed width are at most this long. */
    private static final int WIDEST_WRAP = 90;
    /** A line of verse, a row or an item is shorter than a line that is broken at a width. */
    private static final int LONGEST_VERSE = 60;

    private static final int NARROWEST_OF_A_WRAP = 40;

    private static final Pattern SPEAKER =
            Pattern.compile("^(?:(?:[QAFR]|Frage|Antwort)\\s?[:：.]|\\p{Lu}[\\p{L} .’'-]{1,30}\\s?[:：])\\s");
    private static final int LONGEST_LETTER = 4;
    private static final Pattern COLUMNS = Pattern.compile("\\t|\\S {3,}\\S|\\s\\|\\s|\\.{4,}");
    private static final Pattern LISTED = Pattern.compile("^(?:[-–—*•·▪●■►]|\\d{1,2}[.)])\\s");

    private BodyRules() {}

    /**
     * Paragraphs broken at a width, from a line on that goes on in lower case: running text, whatever its lines begin
     * with.
     */
    static void wrappedParagraphs(Page page) {
        List<Page.Line> broken =
                page.open().filter(line -> isBroken(page, line)).toList();
        long inLowerCase =
                broken.stream().filter(line -> goesOnInLowerCase(page, line)).count();
        // A few lines that go on in lower case show that the page is broken at a width; then a name may begin a line
        // too.
        boolean wrapped = inLowerCase >= 3 && inLowerCase * 2 >= broken.size();
        Page.Line top = page.open().findFirst().orElse(null);
        for (Page.Line line : broken) {
            boolean sure = goesOnInLowerCase(page, line) || (wrapped && line != top);
            if (line.isOpen() && sure && page.startsWrappedParagraph(line)) {
                takeParagraph(page, line);
            }
        }
    }

    /** A line long enough to be broken at a width, that no sentence ends on and another line follows. */
    private static boolean isBroken(Page page, Page.Line line) {
        Page.Line next = page.next(line);
        return next != null
                && next.isOpen()
                && !next.text.isEmpty()
                && line.text.length() >= Prose.NARROWEST_WRAP
                && line.text.length() <= WIDEST_WRAP
                && !Prose.endsSentence(line.text);
    }

    private static boolean goesOnInLowerCase(Page page, Page.Line line) {
        Page.Line next = page.next(line);
        return next != null && !next.text.isEmpty() && Character.isLowerCase(next.text.codePointAt(0));
    }

    private static void takeParagraph(Page page, Page.Line first) {
        Page.Line line = first;
        do {
            line.take("wrapped-paragraph", Field.BODY);
            line = page.next(line);
        } while (line != null && line.isOpen() && !line.text.isEmpty() && !line.isIndented());
    }

    /** Whatever is left is the story: nothing of it may be lost. */
    static void body(Page page) {
        page.take(_ -> true, "body", Field.BODY);
    }

    static List<String> paragraphs(Page page) {
        boolean wrapped = isWrapped(page);
        List<String> paragraphs = new ArrayList<>();
        List<Page.Line> block = new ArrayList<>();
        for (Page.Line line : page.lines()) {
            if (line.field() == Field.BODY) {
                block.add(line);
            } else {
                paragraphs.addAll(ofBlock(block, wrapped));
                block.clear();
            }
        }
        paragraphs.addAll(ofBlock(block, wrapped));
        return paragraphs;
    }

    /** Lines with none between them: verse, a list or a table, one paragraph broken at a width, or a paragraph each. */
    private static List<String> ofBlock(List<Page.Line> block, boolean wrapped) {
        if (isLineByLine(block, wrapped ? NARROWEST_OF_A_WRAP : LONGEST_VERSE)) {
            return List.of(block.stream().map(line -> line.text).collect(joining("\n")));
        }
        List<String> paragraphs = new ArrayList<>();
        for (Page.Line line : block) {
            if (wrapped && !paragraphs.isEmpty() && !line.isIndented()) {
                paragraphs.set(paragraphs.size() - 1, join(paragraphs.getLast(), line.text));
            } else {
                paragraphs.add(line.text);
            }
        }
        return paragraphs;
    }

    /** Short lines under one another that are no sentences, or rows of columns. */
    private static boolean isLineByLine(List<Page.Line> block, int longest) {
        if (block.size() < 2 || block.stream().anyMatch(BodyRules::isSpoken)) {
            return false;
        }
        if (block.stream()
                .allMatch(line -> COLUMNS.matcher(line.text).find()
                        || LISTED.matcher(line.text).find())) {
            return true;
        }
        long open =
                block.stream().filter(line -> !Prose.endsSentence(line.text)).count();
        return block.size() >= 3
                && open * 3 >= block.size()
                && block.stream().allMatch(line -> line.text.length() <= longest);
    }

    /** A turn of an interview is a paragraph; a short label with its value is a row. */
    private static boolean isSpoken(Page.Line line) {
        Matcher speaker = SPEAKER.matcher(line.text);
        return speaker.find() && (speaker.end() <= LONGEST_LETTER || Prose.isProse(line.text.substring(speaker.end())));
    }

    /** Whether lines are broken at a width: most lines that another follows do not end a sentence. */
    private static boolean isWrapped(Page page) {
        List<Page.Line> inner = page.of(Field.BODY)
                .filter(line -> {
                    Page.Line next = page.next(line);
                    return next != null && next.field() == Field.BODY && !next.isIndented();
                })
                .toList();
        long broken = inner.stream()
                .filter(line -> !Prose.endsSentence(line.text)
                        && line.text.length() >= Prose.NARROWEST_WRAP
                        && line.text.length() <= WIDEST_WRAP)
                .count();
        return inner.size() >= 2 && broken * 2 > inner.size();
    }

    private static String join(String paragraph, String line) {
        return Prose.isUnspaced(paragraph) ? paragraph + line : paragraph + " " + line;
    }
}
