package news.slugline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ComposeFileTest {

    private static final String VARIABLE_IN_A_DEFAULT = "\\$\\{[^}]*\\$\\{";

    @Test
    void namesNoVariableInADefaultSinceOlderComposesLeaveItAsItStands() throws IOException {
        assertThat(Files.readString(Path.of("..", "docker-compose.yml")))
                .contains("SLUGLINE_SITE_URL")
                .doesNotContainPattern(VARIABLE_IN_A_DEFAULT);
    }
}
