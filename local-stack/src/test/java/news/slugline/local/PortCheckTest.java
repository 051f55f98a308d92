package news.slugline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void namesEveryOccupiedPortAndTheVariableThatChangesIt() throws IOException {
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var everywhere = new ServerSocket(0)) {
            assertThatThrownBy(() -> PortCheck.require(
                            Map.of(Port.KAFKA, one.getLocalPort(), Port.INGEST, everywhere.getLocalPort())))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("Port " + one.getLocalPort() + " (kafka) is occupied")
                    .hasMessageContaining("SLUGLINE_PORT_KAFKA=")
                    .hasMessageContaining("Port " + everywhere.getLocalPort() + " (ingest) is occupied")
                    .hasMessageContaining("SLUGLINE_PORT_INGEST=");
        }
    }

    @Test
    void saysWhoHoldsThePortWhereThatCanBeTold() {
        assertThat(PortCheck.occupied(Port.PUBLISH, 8080, Optional.of("process 42 (/usr/bin/httpd)")))
                .isEqualTo("Port 8080 (publish) is occupied by process 42 (/usr/bin/httpd)."
                        + " Free it, or choose another: SLUGLINE_PORT_PUBLISH=18080 ./slugline up");
    }

    @Test
    void suggestsAPortThatExists() {
        assertThat(PortCheck.occupied(Port.KAFKA, 60_000, Optional.empty())).contains("SLUGLINE_PORT_KAFKA=50000");
    }

    @Test
    void refusesOnePortForTwoParts() {
        var port = FreePorts.find(1).getFirst();
        assertThatThrownBy(() -> PortCheck.require(Map.of(Port.KAFKA, port, Port.INGEST, port)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("same port");
    }

    @Test
    void acceptsFreePorts() {
        var ports = FreePorts.find(2);
        assertThatCode(() -> PortCheck.require(Map.of(Port.KAFKA, ports.get(0), Port.INGEST, ports.get(1))))
                .doesNotThrowAnyException();
    }
}
