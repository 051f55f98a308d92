package news.slugline.ingest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final RateLimits limits = new RateLimits();

    @Test
    void letsADeskHandInAMinutesWorthAndThenSaysHowLongToWait() {
        Desk desk = desk(3);

        assertThat(limits.wait(desk, 2)).isEmpty();
        assertThat(limits.wait(desk, 1)).isEmpty();
        assertThat(limits.wait(desk, 1))
                .hasValueSatisfying(wait -> assertThat(wait).isPositive());
    }

    @Test
    void letsALargeCollectionThroughOnceAndThenWaitsForIt() {
        Desk desk = desk(2);

        assertThat(limits.wait(desk, 10)).isEmpty();
        assertThat(limits.wait(desk, 1))
                .hasValueSatisfying(wait -> assertThat(wait.toMinutes()).isGreaterThanOrEqualTo(3));
    }

    @Test
    void leavesADeskWithoutALimitAlone() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(limits.wait(Desk.named("fast"), 1)).isEmpty();
        }
    }

    private static Desk desk(int perMinute) {
        return new Desk("slow", null, null, null, null, EnumSet.allOf(Door.class), perMinute, null, List.of(), false);
    }
}
