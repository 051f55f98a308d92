package news.slugline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

    @TempDir
    Path folder;

    @Test
    void livesInTheRepositoryUnlessToldOtherwise() {
        assertThat(Installation.of(new Home(folder), Map.of()).folder()).isEqualTo(folder.resolve(".slugline"));
        assertThat(Installation.of(new Home(folder), Map.of("SLUGLINE_FOLDER", "/elsewhere"))
                        .folder())
                .isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void isFoundOnThePortsThatItRunsOn() {
        var moved = Map.of("SLUGLINE_PORT_INGEST", "18081");
        Installation.of(new Home(folder), moved).rememberPorts();

        assertThat(Installation.running(new Home(folder), Map.of()).port(Port.INGEST))
                .isEqualTo(18081);
    }

    @Test
    void keepsItsSecretsForTheNextStart() {
        var file = folder.resolve("installation.properties");
        var secrets = Secrets.keptIn(file);

        assertThat(Secrets.keptIn(file)).isEqualTo(secrets);
        assertThat(secrets.deskKey()).hasSizeGreaterThan(30).isNotEqualTo(secrets.opsPassword());
    }

    @Test
    void showsItsSecretsToItsOwnerOnly() throws IOException {
        var file = folder.resolve("installation.properties");
        Secrets.keptIn(file);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void tellsIngestOnlyTheHashOfTheDeskKey() {
        assertThat(new Secrets("abc", "ops", "database").deskKeySha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void saysWhichSecretIsMissing() throws IOException {
        var file = Files.writeString(folder.resolve("installation.properties"), "desk.key=abc\n");
        assertThatThrownBy(() -> Secrets.keptIn(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("ops.password");
    }

    @Test
    void runsOnceInAFolder() {
        var installation = Installation.of(new Home(folder), Map.of());
        try (var held = RunLock.take(installation)) {
            assertThat(held.channel().isOpen()).isTrue();
            assertThatThrownBy(() -> RunLock.take(installation))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("runs already");
        }
        RunLock.take(installation).close();
    }
}
