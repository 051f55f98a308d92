package news.slugline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScreenTest {

    @Test
    void writesPlainLinesWhereThereIsNoTerminal() {
        var output = new ByteArrayOutputStream();
        var screen = new Screen(new PrintStream(output, true, StandardCharsets.UTF_8), false);

        screen.starting("Kafka");
        screen.ready("Kafka", Duration.ofMillis(2840));

        assertThat(output.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("Kafka … starting", "Kafka … ready in 2.8 s");
    }
}
