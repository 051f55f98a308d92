package news.slugline.ingest.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.slugline.ingest.format.LineReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page, tried on pages put together at random from parts that no rule was written for. */
class PlainTextParserPropertyTest {

    private static final List<String> FURNITURE = List.of(
            "Advertisement",
            "Share this",
            "Back to top",
            "5 min read",
            "112 comments",
            "Read more: Ten winter soups",
            "Anzeige",
            "Publicité",
            "Реклама",
            "إعلان",
            "広告",
            "Share on Facebook",
            "Story continues below");

    private static final List<String> STARTS = List.of(
            "By noon",
            "Share prices",
            "Read more slowly, said the judge, and",
            "Related costs",
            "Photo albums",
            "Advertisement spending",
            "Copyright cases",
            "Copyright Office records",
            "Subscribe to nothing, she said, and all",
            "In a statement",
            "“We waited,” said the nurse, and",
            "Back at the top of the hill",
            "More than",
            "Editors of");

    private static final List<String> MIDDLES = List.of(
            "rose by a third",
            "had been counted twice",
            "were kept in the old mill",
            "surprised the whole valley",
            "took the council by surprise",
            "came to nothing after the vote",
            "filled the hall in Tindal");

    private static final List<String> ENDS =
            List.of("on Monday", "last week", "for the third year", "before the rain", "in the end", "without a word");

    private final PlainTextParser parser = new PlainTextParser();

    @ParameterizedTest
    @MethodSource("seeds")
    void losesAndDoublesNoSentenceOfTheBodyAndKeepsNoFurniture(long seed) {
        Random random = new Random(seed);
        List<String> body = IntStream.range(0, 3 + random.nextInt(12))
                .mapToObj(i -> sentence(random, i))
                .toList();

        ParsedCopy parsed = parser.parse(page(random, "Valley council weighs plan " + seed, body));

        assertThat(parsed.paragraphs()).containsExactlyElementsOf(body);
        assertThat(parsed.headline()).isEqualTo("Valley council weighs plan " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void losesNothingOfLinesBrokenAtAWidth(long seed) {
        Random random = new Random(seed);
        List<String> body = IntStream.range(0, 4 + random.nextInt(6))
                .mapToObj(i -> sentence(random, i) + " " + sentence(random, i + 100) + " " + sentence(random, i + 200))
                .toList();
        String page = "Valley council weighs plan " + seed + "\n\nBy Ada Fennimore\n\n"
                + body.stream().map(paragraph -> wrapped(paragraph, 68)).collect(Collectors.joining("\n\n"));

        assertThat(parser.parse(page).paragraphs()).containsExactlyElementsOf(body);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neverThrowsAndAccountsForEveryLineOfAnyText(long seed) {
        String text = noise(new Random(seed));

        ParsedCopy parsed = parser.parse(text);

        assertThat(parsed.lines()).extracting(LineReport::text).containsExactlyElementsOf(lines(text));
        assertThat(parsed.lines()).allMatch(line -> !line.rule().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsItsOwnRenderingOfAnyTextAsTheSame(long seed) {
        String once = LabelledCopy.render(parser.parse(noise(new Random(seed))));

        assertThat(LabelledCopy.render(parser.parse(once))).isEqualTo(once);
    }

    @Test
    void doesNotHangOnEndlessLines() {
        for (String unit :
                List.of("a", "a ", "(", "By A ", "A-", "photo: ", "— ", "A, ", "1 ", "( a/", "\u0301", "写真、")) {
            String line = unit.repeat(1_000_000 / unit.length());
            assertThat(parser.parse("Head\n\n" + line + "\n").lines()).hasSize(3);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String page(Random random, String headline, List<String> body) {
        List<String> page = new ArrayList<>(List.of("World", "", headline, ""));
        page.add("By Ada Fennimore");
        page.add("");
        for (String paragraph : body) {
            if (random.nextInt(4) == 0) {
                page.add(FURNITURE.get(random.nextInt(FURNITURE.size())));
                page.add("");
            }
            if (random.nextInt(8) == 0) {
                page.add("The mill at dusk. Photo: Ines Korda/NNA");
                page.add("");
            }
            page.add(paragraph);
            page.add("");
        }
        page.add("-ENDS-");
        return String.join("\n", page);
    }

    private static String sentence(Random random, int number) {
        return STARTS.get(random.nextInt(STARTS.size())) + " " + MIDDLES.get(random.nextInt(MIDDLES.size())) + " "
                + ENDS.get(random.nextInt(ENDS.size())) + ", witness number " + number + " said.";
    }

    private static String wrapped(String paragraph, int width) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : List.of(paragraph.split(" ", -1))) {
            if (column + word.length() > width) {
                lines.append('\n');
                column = 0;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            column += word.length();
        }
        return lines.toString();
    }

    private static String noise(Random random) {
        return IntStream.range(0, random.nextInt(40))
                .mapToObj(_ -> IntStream.range(0, random.nextInt(90))
                        .map(_ -> switch (random.nextInt(6)) {
                            case 0 -> ' ';
                            case 1 -> 0x20 + random.nextInt(0x5f);
                            case 2 -> 0x600 + random.nextInt(0xff);
                            case 3 -> 0x4e00 + random.nextInt(0x1000);
                            case 4 -> "()[]:–—/|©.!?,-'\"".charAt(random.nextInt(17));
                            default -> 'a' + random.nextInt(26);
                        })
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.size() > 1 && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }
}
