package news.slugline.ingest.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class DesksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final DeskRegister register = mock(DeskRegister.class);
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Clock clock = InstantSource.system().withZone(ZoneOffset.UTC);
    private final Desks desks = new Desks(register, new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return clock.withZone(zone);
        }
    });

    DesksTest() {
        when(register.desks()).thenReturn(List.of(Desk.named("north")));
        when(register.keys())
                .thenReturn(List.of(
                        new DeskKey(Desks.hash("sesame"), "north", null),
                        new DeskKey(Desks.hash("old"), "north", NOW.plusSeconds(60))));
    }

    @Test
    void knowsADeskByItsBearerKey() {
        assertThat(desks.authenticate("Bearer sesame")).map(Desk::name).contains("north");
        assertThat(desks.authenticate("bearer  sesame")).map(Desk::name).contains("north");
    }

    @Test
    void knowsNobodyWithoutTheKey() {
        assertThat(desks.authenticate(null)).isEmpty();
        assertThat(desks.authenticate("Bearer ")).isEmpty();
        assertThat(desks.authenticate("Bearer open")).isEmpty();
        assertThat(desks.authenticate("Basic sesame")).isEmpty();
        assertThat(desks.authenticate("Bearer " + Desks.hash("sesame"))).isEmpty();
    }

    @Test
    void letsARotatedKeyLiveUntilItsInstantOnly() {
        assertThat(desks.withKey("old")).isPresent();

        now.set(NOW.plusSeconds(60));
        assertThat(desks.withKey("old")).isEmpty();
    }

    @Test
    void takesNothingForGrantedOfADeskThatNobodyKnows() {
        assertThat(desks.named("gone")).isEqualTo(Desk.named("gone"));
    }

    @Test
    void goesOnWithWhatItKnewWhileTheDatabaseIsAway() {
        assertThat(desks.withKey("sesame")).isPresent();
        when(register.desks()).thenThrow(new DataAccessResourceFailureException("away"));

        now.set(NOW.plus(Duration.ofMinutes(5)));
        assertThat(desks.withKey("sesame")).isPresent();
    }

    @Test
    void refusesASlipInTheConfigurationWithItsName() {
        assertThatThrownBy(() -> seeds("North Desk", Desks.hash("sesame"))).hasMessageContaining("North Desk");
        assertThatThrownBy(() -> seeds("north", "sesame"))
                .hasMessageContaining("key-sha256")
                .hasMessageContaining("north");
    }

    private static DesksProperties seeds(String name, String hash) {
        return new DesksProperties(List.of(new DesksProperties.Seed(name, hash, null, null, null, null)));
    }
}
