package news.slugline.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.slugline.local.FakeDoor.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {

    private static final Reply ACCEPTED = Reply.of(202, "{\"receiptId\":\"r\"}");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void handsInEveryFileOfAFolderOnceInTheRoutineLane() throws Exception {
        Path archive = Files.createDirectories(folder.resolve("old/1999"));
        Files.writeString(archive.resolve("a.txt"), "First");
        Files.writeString(archive.resolve("b.json"), "{}");
        Files.writeString(archive.resolve(".hidden"), "no");

        try (var door = new FakeDoor(_ -> ACCEPTED)) {
            assertThat(load(door, folder.resolve("old"))).isZero();

            assertThat(door.requests()).extracting(FakeDoor.Request::body).containsExactlyInAnyOrder("First", "{}");
            assertThat(door.requests()).allSatisfy(request -> {
                assertThat(request.target()).contains("lane=routine");
                assertThat(request.headers()).containsKey("idempotency-key");
            });
        }
    }

    @Test
    void goesOnWhereItWasEnded() throws Exception {
        Path archive = folder.resolve("old.ndjson");
        Files.writeString(archive, "{\"a\":1}\n{\"a\":2}\n\n{\"a\":3}\n{\"a\":4}\n");
        var count = new AtomicInteger();

        try (var door = new FakeDoor(_ -> count.incrementAndGet() > 2 ? Reply.of(401, "{}") : ACCEPTED)) {
            assertThatThrownBy(() -> load(door, archive)).isInstanceOf(UsageException.class);
        }
        try (var door = new FakeDoor(_ -> ACCEPTED)) {
            assertThat(load(door, archive)).isZero();

            assertThat(door.requests()).hasSize(2);
            assertThat(output.toString(UTF_8)).contains("Going on after 2 of 4", "4 of 4 entries handed in");
        }
    }

    @Test
    void triesAgainWhileTheDoorSaysLater() throws Exception {
        Path archive = zip(Map.of("x/one.txt", "One"));
        var count = new AtomicInteger();

        try (var door = new FakeDoor(
                _ -> count.incrementAndGet() < 3 ? new Reply(503, "{}", Map.of("Retry-After", "0")) : ACCEPTED)) {
            assertThat(load(door, archive)).isZero();

            assertThat(door.requests())
                    .hasSize(3)
                    .extracting(request -> request.headers().get("idempotency-key"))
                    .containsOnly(door.requests().getFirst().headers().get("idempotency-key"));
        }
    }

    @Test
    void saysWhichEntriesWereRefusedAndWhy() throws Exception {
        Path archive = zip(Map.of("bad.txt", "Bad", "good.txt", "Good"));

        try (var door = new FakeDoor(request -> request.body().equals("Bad")
                ? Reply.of(422, "{\"detail\":\"No line of the copy reads as a headline.\"}")
                : ACCEPTED)) {
            assertThat(load(door, archive)).isEqualTo(1);
        }
        assertThat(output.toString(UTF_8)).contains("2 of 2 entries handed in, 1 of them refused");
        try (var records = Files.list(folder.resolve("load"))) {
            assertThat(Files.readString(records.findFirst().orElseThrow()))
                    .contains("refused\tbad.txt\t422 No line of the copy reads as a headline.");
        }
    }

    @Test
    void readsAZipBombNoFurtherThanAPieceMayBe() throws Exception {
        Path archive = folder.resolve("bomb.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("bomb.txt"));
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i < 200; i++) {
                zip.write(megabyte);
            }
        }
        try (var door = new FakeDoor(request -> Reply.of(413, "{\"detail\":\"too large\"}"))) {
            assertThat(load(door, archive)).isEqualTo(1);
            assertThat(door.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.body()).hasSize(Archive.MAX_PIECE_BYTES + 1));
        }
    }

    @Test
    void showsRateAndTimeLeft() {
        assertThat(Load.LoadProgress.line(1_000, 250, 250, 0, Duration.ofSeconds(10)))
                .isEqualTo("[#######-----------------------] 250/1,000  25/s  0:00:30 left");
        assertThat(Load.LoadProgress.line(10, 10, 5, 2, Duration.ofSeconds(1))).endsWith("0:00:00 left  2 refused");
    }

    @Test
    void saysWhatItTakesWhenTheArchiveIsNone() {
        assertThatThrownBy(() -> Archive.open(folder.resolve("missing.zip"))).hasMessageContaining(".ndjson");
    }

    private int load(FakeDoor door, Path archive) {
        var screen = new Screen(new PrintStream(output, true, UTF_8), false);
        return new Load(new Desk(door.address(), "key"), screen, folder.resolve("load"), 10_000).run(archive);
    }

    private Path zip(Map<String, String> entries) throws Exception {
        Path archive = folder.resolve("old.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
        }
        return archive;
    }
}
