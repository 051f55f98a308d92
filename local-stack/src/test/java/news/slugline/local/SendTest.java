package news.slugline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "story.json, application/json",
        "STORY.JSON, application/json",
        "story.txt, text/plain",
        "story, text/plain",
        "json, text/plain"
    })
    void choosesTheMediaTypeByTheName(String file, String type) {
        assertThat(Desk.contentType(file)).isEqualTo(type);
    }

    @Test
    void showsWhatWasUnderstood() throws Exception {
        var answer = json("""
                {"receiptId": "r1", "uri": "urn:a", "version": 3, "understood": {"headline": "A bridge opens",
                 "section": "Region", "authors": ["Ines Marrow", "Tobias Fenn"], "paragraphs": ["One.", "Two."]}}""");
        assertThat(String.join("\n", Send.understood(answer)))
                .contains("r1", "urn:a  version 3", "A bridge opens", "Region", "Ines Marrow, Tobias Fenn")
                .containsPattern("located +none")
                .containsPattern("paragraphs +2");
    }

    @Test
    void saysHowThePieceEnded() throws Exception {
        assertThat(Send.settled(json("{\"status\": \"published\", \"url\": \"http://localhost:8080/a\"}")))
                .isEqualTo("  published  http://localhost:8080/a");
        assertThat(Send.settled(json("{\"status\": \"held\", \"reason\": \"embargoed\"}")))
                .contains("held")
                .contains("(embargoed)");
        assertThat(Send.settled(json("{}"))).isEqualTo("  not settled yet");
    }

    @Test
    void saysWhyCopyWasRefusedAndWhatToDo() throws Exception {
        var problem = json("""
                {"title": "The copy was not accepted", "detail": "It has no headline.", "remedy": "Add one."}""");
        assertThat(Send.problem(422, problem))
                .containsExactly(
                        "  refused (422): The copy was not accepted",
                        "  It has no headline.",
                        "  What to do: Add one.");
    }

    @Test
    void failsWithAReasonWhereNobodyAnswers() throws Exception {
        var output = new ByteArrayOutputStream();
        var door = URI.create("http://127.0.0.1:" + FreePorts.find(1).getFirst());
        var send = new Send(
                new Desk(door, "key"), new Screen(new PrintStream(output, true, StandardCharsets.UTF_8), false));

        assertThat(send.run(List.of(Files.writeString(folder.resolve("story.txt"), "A\n\nB."))))
                .isEqualTo(1);
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("Nobody answers at " + door);
    }

    @Test
    void refusesAFileThatIsNotThere() {
        var send = new Send(new Desk(URI.create("http://127.0.0.1:1"), "key"), new Screen(System.out, false));
        assertThatThrownBy(() -> send.run(List.of(folder.resolve("none.txt"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("none.txt");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
