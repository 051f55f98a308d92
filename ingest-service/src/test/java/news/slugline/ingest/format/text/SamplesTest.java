package news.slugline.ingest.format.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import news.slugline.ingest.format.LineReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole pages in the habits of many papers, each beside what an editor would take from it. */
class SamplesTest {

    private static final Path FOLDER = Path.of("src/test/resources/copy");

    private final PlainTextParser parser = new PlainTextParser();

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void takesFromThePageWhatAnEditorWould(String name) throws IOException {
        var parsed = parser.parse(read(name + ".txt"));

        assertThat(fields(LabelledCopy.render(parsed))).isEqualTo(fields(read(name + ".expected.txt")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void accountsForEveryLineOnce(String name) throws IOException {
        String page = read(name + ".txt");

        assertThat(parser.parse(page).lines())
                .extracting(LineReport::text)
                .containsExactlyElementsOf(page.lines().toList());
        assertThat(parser.parse(page).lines()).allMatch(line -> !line.rule().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void readsItsOwnRenderingAsTheSame(String name) throws IOException {
        String once = LabelledCopy.render(parser.parse(read(name + ".txt")));

        assertThat(LabelledCopy.render(parser.parse(once))).isEqualTo(once);
    }

    @Test
    void coversMoreThanFortyStyles() throws IOException {
        assertThat(samples()).hasSizeGreaterThanOrEqualTo(40);
    }

    static Stream<String> samples() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".expected.txt"))
                    .map(name -> name.replace(".expected.txt", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    /** The lines that matter: what a copy orders or reserves is tested where it is decided. */
    private static List<String> fields(String labelled) {
        return labelled.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.matches("(?:Notice|Copyright|Ed-note|Embargo):.*"))
                .toList();
    }

    private static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name), UTF_8);
    }
}
