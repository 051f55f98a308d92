package news.slugline.ingest.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DesksTest {

    /** SHA-256 of "sesame". */
    private static final String SESAME = "d0c04f4b1951e4aeaaec8223ed2039e542f3aae805a6fa7f6d794e5afff5d272";

    private final Desks desks =
            new Desks(new DesksProperties(List.of(new DesksProperties.Seed("north", SESAME, null, null, null, null))));

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
        assertThat(desks.authenticate("Bearer " + SESAME)).isEmpty();
    }

    @Test
    void takesNothingForGrantedOfADeskThatIsGone() {
        assertThat(desks.named("gone")).isEqualTo(Desk.named("gone"));
    }

    @Test
    void refusesASlipInTheConfigurationWithItsName() {
        assertThatThrownBy(() -> new DesksProperties(
                        List.of(new DesksProperties.Seed("North Desk", SESAME, null, null, null, null))))
                .hasMessageContaining("North Desk");
        assertThatThrownBy(() -> new DesksProperties(
                        List.of(new DesksProperties.Seed("north", "sesame", null, null, null, null))))
                .hasMessageContaining("key-sha256")
                .hasMessageContaining("north");
    }
}
