package news.slugline.ingest.format.text;

import java.util.ArrayList;
import java.util.List;

/** The story itself: every line that no other rule was sure of, joined into paragraphs. */
final class BodyRules {

    /** Lines that a wire breaks at a fixed width are at most this long. */
    private static final int WIDEST_WRAP = 90;

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
        List<Page.Line> lines = page.lines();
        boolean wrapped = isWrapped(page);
        List<String> paragraphs = new ArrayList<>();
        boolean open = false;
        for (Page.Line line : lines) {
            if (line.field() != Field.BODY) {
                open = false;
            } else if (open && wrapped && !line.isIndented()) {
                paragraphs.set(paragraphs.size() - 1, join(paragraphs.getLast(), line.text));
            } else {
                paragraphs.add(line.text);
                open = true;
            }
        }
        return paragraphs;
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
