package news.slugline.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import news.slugline.local.FakeDoor.Reply;
import org.junit.jupiter.api.Test;

class AgainCommandTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void startsARunOverTheChosenStoriesAndFollowsItToItsEnd() throws Exception {
        try (var service = new FakeDoor(request -> request.method().equals("POST")
                ? Reply.of(202, "{\"state\":\"running\",\"read\":0}")
                : Reply.of(200, "{\"state\":\"done\",\"read\":40,\"chosen\":7,\"changed\":3,\"failed\":0}"))) {
            assertThat(run(service, "--desk", "north & south", "--rate", "5")).isZero();

            assertThat(service.requests())
                    .extracting(request -> request.method() + " " + request.target())
                    .containsExactly("POST /reenrichment?desk=north+%26+south&rate=5", "GET /reenrichment");
        }
        assertThat(output.toString(UTF_8))
                .contains("done: 40 records read, 7 stories enriched again, 3 of them changed");
    }

    @Test
    void saysThatARunEndedEarly() throws Exception {
        try (var service = new FakeDoor(_ -> Reply.of(200, "{\"state\":\"failed\",\"detail\":\"No broker.\"}"))) {
            assertThat(run(service, "status")).isEqualTo(1);
        }
        assertThat(output.toString(UTF_8)).contains("No broker.");
    }

    @Test
    void namesAChoiceThatItDoesNotKnow() throws Exception {
        try (var service = new FakeDoor(_ -> Reply.of(200, "{}"))) {
            assertThatThrownBy(() -> run(service, "--colour", "red"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("--colour")
                    .hasMessageContaining("--since");
        }
    }

    private int run(FakeDoor service, String... arguments) {
        var screen = new Screen(new PrintStream(output, true, UTF_8), false);
        return new AgainCommand(new AdminApi(service.address(), "secret"), screen, Duration.ofMillis(1))
                .run(List.of(arguments));
    }
}
