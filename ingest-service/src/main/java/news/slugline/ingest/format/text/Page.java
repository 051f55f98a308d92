package news.slugline.ingest.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.slugline.ingest.format.LineReport;
import org.jspecify.annotations.Nullable;

/** The lines of a piece of text, each taken by at most one rule. */
final class Page {

    /** How far ahead a paragraph is looked for, in characters: the first sentence is enough. */
    private static final int LONGEST_LOOK = 1_200;

    private final List<Line> lines;

    Page(String text) {
        String[] split = text.split("\n", -1);
        // A final line end closes the last line; it opens no other.
        int count = split.length > 1 && split[split.length - 1].isEmpty() ? split.length - 1 : split.length;
        lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(new Line(i, split[i]));
        }
    }

    List<Line> lines() {
        return lines;
    }

    /** The lines that no rule has taken yet, in order. */
    Stream<Line> open() {
        return lines.stream().filter(Line::isOpen);
    }

    Stream<Line> of(Field field) {
        return lines.stream().filter(line -> line.field == field);
    }

    Optional<Line> first(Field field) {
        return of(field).findFirst();
    }

    /** Takes every open line that the test holds for. */
    void take(Predicate<Line> test, String rule, Field field) {
        open().filter(test).forEach(line -> line.take(rule, field));
    }

    /** The line after or before that one, over blank ones; null at either end. */
    @Nullable
    Line beside(Line line, int step) {
        int i = line.index + step;
        while (i >= 0 && i < lines.size() && lines.get(i).text.isEmpty()) {
            i += step;
        }
        return i >= 0 && i < lines.size() ? lines.get(i) : null;
    }

    /** The very next line; null at the end. */
    @Nullable
    Line next(Line line) {
        return line.index + 1 < lines.size() ? lines.get(line.index + 1) : null;
    }

    /** Whether the body may begin here: with a sentence, with a dateline, or with a line of a paragraph broken at a width. */
    boolean startsBody(Line line) {
        return line.isProse()
                || (Dateline.of(line.text).isPresent() && !Dateline.isAlone(line.text))
                || startsWrappedParagraph(line);
    }

    boolean startsWrappedParagraph(Line line) {
        StringBuilder block = new StringBuilder(line.text);
        Line next = next(line);
        if (line.text.length() < Prose.NARROWEST_WRAP || next == null || !next.isOpen() || next.text.isEmpty()) {
            return false;
        }
        while (next != null
                && next.isOpen()
                && !next.text.isEmpty()
                && !next.isIndented()
                && block.length() < LONGEST_LOOK) {
            block.append(' ').append(next.text);
            next = next(next);
        }
        return Prose.endsSentence(block.toString()) || block.length() >= LONGEST_LOOK;
    }

    List<LineReport> report() {
        return lines.stream()
                .map(line -> new LineReport(line.index + 1, line.raw, line.rule, line.field.label()))
                .toList();
    }

    /** One line, and which rule took it. */
    static final class Line {
        final int index;
        final String raw;
        final String text;
        private String rule = "";
        private Field field = Field.BLANK;
        private boolean taken;
        private @Nullable Boolean prose;

        private Line(int index, String raw) {
            this.index = index;
            this.raw = raw;
            this.text = raw.strip();
        }

        /** Whether it reads as text of a story; found out once, for many rules ask. */
        boolean isProse() {
            if (prose == null) {
                prose = Prose.isProse(text);
            }
            return prose;
        }

        boolean isOpen() {
            return !taken;
        }

        Field field() {
            return field;
        }

        String rule() {
            return rule;
        }

        boolean isIndented() {
            return !text.isEmpty() && Character.isWhitespace(raw.codePointAt(0));
        }

        void take(String rule, Field field) {
            this.rule = rule;
            this.field = field;
            this.taken = true;
        }
    }
}
