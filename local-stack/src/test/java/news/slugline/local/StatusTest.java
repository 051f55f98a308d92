package news.slugline.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusTest {

    @Test
    void addsUpTheBalancesOfAllDesks() throws Exception {
        var balances = new ObjectMapper().readTree("""
                [{"desk": "demo", "received": 13, "published": 11, "duplicate": 1, "inFlight": 1},
                 {"desk": "night", "received": 2, "published": 1, "held": 1}]""");
        assertThat(Status.sum(balances))
                .startsWith("Copy received: 15. Published 12, held 1, superseded 0, duplicate 1,")
                .endsWith("in flight 1.");
    }

    @Test
    void tellsTimeInTheUnitsThatMatter() {
        assertThat(Status.span(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(Status.span(Duration.ofMinutes(59))).isEqualTo("59 min");
        assertThat(Status.span(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }
}
