package news.slugline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {

    @Test
    void isTheUsualOneUnlessTheEnvironmentSaysOtherwise() {
        assertThat(Port.PUBLISH.in(Map.of())).isEqualTo(8080);
        assertThat(Port.PUBLISH.in(Map.of("SLUGLINE_PORT_PUBLISH", ""))).isEqualTo(8080);
        assertThat(Port.PUBLISH.in(Map.of("SLUGLINE_PORT_PUBLISH", " 18080 "))).isEqualTo(18080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "65536", "-1", "80 80", "8080.5"})
    void refusesWhatIsNoPortAndNamesTheVariable(String given) {
        assertThatThrownBy(() -> Port.KAFKA.in(Map.of("SLUGLINE_PORT_KAFKA", given)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("SLUGLINE_PORT_KAFKA")
                .hasMessageContaining("'" + given + "'");
    }
}
