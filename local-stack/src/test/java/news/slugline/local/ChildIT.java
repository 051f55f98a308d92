package news.slugline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildIT {

    @TempDir
    Path folder;

    private Child child;

    @AfterEach
    void leaveNone() {
        if (child != null) {
            child.kill();
        }
    }

    @Test
    void endsWhenAskedAndIsForgotten() {
        child = start("sleep 60");
        child.stop("TERM", Duration.ofSeconds(10));

        assertThat(child.running()).isFalse();
        assertThat(record().file()).doesNotExist();
    }

    @Test
    void isKilledWhenItDoesNotListen() {
        child = start("trap '' TERM; echo deaf; while :; do sleep 0.1; done");
        Awaitility.await().until(() -> child.lastLines(1).equals(List.of("deaf")));
        child.stop("TERM", Duration.ofMillis(300));

        assertThat(child.running()).isFalse();
    }

    @Test
    void tellsItsLastLinesWhenItFailsToStart() {
        child = start("echo first; echo no such thing >&2; exit 3");

        assertThatThrownBy(() -> Health.await(child, Duration.ofSeconds(20), () -> false))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("sample ended while it was starting")
                .hasMessageContaining("no such thing")
                .hasMessageContaining(folder.resolve("sample.log").toString());
    }

    @Test
    void isFoundAndEndedByALaterRun() {
        child = start("sleep 60");

        assertThat(record().process())
                .hasValueSatisfying(found -> assertThat(found.pid()).isEqualTo(child.pid()));
        assertThat(record().endLeftover(Duration.ofSeconds(10))).isTrue();
        assertThat(child.running()).isFalse();
        assertThat(record().endLeftover(Duration.ofSeconds(10))).isFalse();
    }

    @Test
    void isNotTakenForAnotherProcessWithTheSameId() throws Exception {
        child = start("sleep 60");
        Files.write(record().file(), List.of(Long.toString(child.pid()), "2001-01-01T00:00:00Z"));

        assertThat(record().endLeftover(Duration.ofSeconds(10))).isFalse();
        assertThat(child.running()).isTrue();
    }

    private Child start(String script) {
        var started = new Child("sample", folder.resolve("sample.log"), record().file());
        started.start(List.of("sh", "-c", script), Map.of());
        return started;
    }

    private ProcessRecord record() {
        return new ProcessRecord(folder.resolve("sample.pid"));
    }
}
