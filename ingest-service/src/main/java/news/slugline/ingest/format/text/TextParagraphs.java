package news.slugline.ingest.format.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The paragraphs of a body that a format carries as text: all of it is story. */
public final class TextParagraphs {

    private static final Pattern BLANK_LINE = Pattern.compile("\\n[\\s\\u00A0]*\\n");
    private static final Pattern INDENTED = Pattern.compile("^(?:[ \\u00A0]{2,}|\\t).*");
    /** Wires break lines below this column; a longer line is a paragraph. */
    private static final int WIDEST_WRAP = 120;

    private TextParagraphs() {}

    /**
     * Parted at blank lines; without any, at indents; without those, at line ends, unless the lines are broken at a width.
     * Short lines under one another, verse or a table, stay lines of one paragraph.
     */
    public static List<String> of(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        return BLANK_LINE.matcher(lines).find()
                ? BLANK_LINE
                        .splitAsStream(lines)
                        .flatMap(block -> ofBlock(block, true).stream())
                        .toList()
                : ofBlock(lines, false);
    }

    private static List<String> ofBlock(String block, boolean isParted) {
        List<String> lines = Arrays.stream(block.split("\\n", -1))
                .filter(line -> !line.isBlank())
                .toList();
        boolean isLong = lines.stream().anyMatch(line -> line.length() > WIDEST_WRAP);
        long indented = lines.stream()
                .skip(1)
                .filter(line -> INDENTED.matcher(line).matches())
                .count();
        if (!isLong && indented > 0 && indented < Math.max(2, lines.size() - 1)) {
            return joinedAtIndents(lines);
        }
        if (!isLong && isWrapped(lines)) {
            return isParted ? List.of(joined(lines)) : joinedAtSentences(lines);
        }
        return isParted && !isLong
                ? List.of(String.join(
                        "\n", lines.stream().map(TextParagraphs::spaced).toList()))
                : lines.stream().map(TextParagraphs::spaced).toList();
    }

    /** Most lines that another follows are full, and few of them end a sentence. */
    private static boolean isWrapped(List<String> lines) {
        List<String> inner = lines.subList(0, Math.max(0, lines.size() - 1));
        long full = inner.stream()
                .filter(line -> line.strip().length() >= Prose.NARROWEST_WRAP && !Prose.endsSentence(line))
                .count();
        return !inner.isEmpty() && full * 2 > inner.size();
    }

    private static List<String> joinedAtIndents(List<String> lines) {
        return parted(lines, line -> INDENTED.matcher(line).matches(), _ -> false);
    }

    private static List<String> joinedAtSentences(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        return parted(lines, _ -> false, line -> Prose.endsSentence(line) && line.length() < width * 0.85);
    }

    private static List<String> parted(List<String> lines, Predicate<String> begins, Predicate<String> ends) {
        var paragraphs = new ArrayList<String>();
        var paragraph = new ArrayList<String>();
        for (String line : lines) {
            if (begins.test(line) && !paragraph.isEmpty()) {
                paragraphs.add(joined(paragraph));
                paragraph.clear();
            }
            paragraph.add(line);
            if (ends.test(line)) {
                paragraphs.add(joined(paragraph));
                paragraph.clear();
            }
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(joined(paragraph));
        }
        return paragraphs;
    }

    private static String joined(List<String> lines) {
        return spaced(String.join(" ", lines));
    }

    private static String spaced(String line) {
        return line.replaceAll("[\\s\\u00A0]+", " ").strip();
    }
}
