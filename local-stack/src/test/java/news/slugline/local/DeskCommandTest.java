package news.slugline.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import news.slugline.local.FakeDoor.Reply;
import org.junit.jupiter.api.Test;

class DeskCommandTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void createsADeskAndShowsItsKey() throws Exception {
        try (var door = new FakeDoor(
                _ -> Reply.of(201, "{\"desk\":{\"name\":\"north\",\"doors\":[\"http\"]},\"key\":\"k1\"}"))) {
            run(door, "create", "north", "--zone", "Europe/Oslo", "--doors", "http,mail", "--rate", "60");

            var request = door.requests().getFirst();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.headers().get("authorization")).startsWith("Basic ");
            assertThat(request.body())
                    .isEqualTo("{\"name\":\"north\",\"zone\":\"Europe/Oslo\",\"doors\":[\"http\",\"mail\"],"
                            + "\"piecesPerMinute\":60}");
        }
        assertThat(output.toString(UTF_8)).contains("north", "k1");
    }

    @Test
    void changesOnlyTheSettingsThatAreNamed() throws Exception {
        try (var door =
                new FakeDoor(request -> Reply.of(200, "{\"name\":\"north\",\"source\":\"North\",\"zone\":\"UTC\"}"))) {
            run(door, "change", "north", "--zone", "Europe/Oslo");

            assertThat(door.requests().getLast().method()).isEqualTo("PUT");
            assertThat(door.requests().getLast().body())
                    .isEqualTo("{\"name\":\"north\",\"source\":\"North\",\"zone\":\"Europe/Oslo\"}");
        }
    }

    @Test
    void rotatesWithAnOverlapAndCloses() throws Exception {
        try (var door = new FakeDoor(request -> Reply.of(200, "{\"desk\":{\"name\":\"north\"},\"key\":\"k2\"}"))) {
            run(door, "rotate", "north", "--overlap", "30");
            run(door, "close", "north");

            assertThat(door.requests())
                    .extracting(request -> request.method() + " " + request.target())
                    .containsExactly("POST /admin/desks/north/key?overlapMinutes=30", "DELETE /admin/desks/north");
        }
    }

    @Test
    void saysWhatTheServiceSays() throws Exception {
        try (var door = new FakeDoor(
                _ -> Reply.of(
                        409,
                        "{\"title\":\"The desk was not changed\",\"detail\":\"There is one.\",\"remedy\":\"Choose another.\"}"))) {
            assertThatThrownBy(() -> run(door, "create", "north"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("There is one.")
                    .hasMessageContaining("Choose another.");
        }
    }

    @Test
    void namesASettingThatItDoesNotKnow() throws Exception {
        try (var door = new FakeDoor(_ -> Reply.of(200, "{}"))) {
            assertThatThrownBy(() -> run(door, "create", "north", "--colour", "red"))
                    .hasMessageContaining("--colour")
                    .hasMessageContaining("--cadence");
        }
    }

    private void run(FakeDoor door, String... arguments) {
        var screen = new Screen(new PrintStream(output, true, UTF_8), false);
        assertThat(new DeskCommand(new AdminApi(door.address(), "secret"), screen).run(List.of(arguments)))
                .isZero();
    }
}
