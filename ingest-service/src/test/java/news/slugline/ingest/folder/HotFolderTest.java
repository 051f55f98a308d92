package news.slugline.ingest.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import news.slugline.event.CopyRejected;
import news.slugline.event.Lane;
import news.slugline.event.Receipt;
import news.slugline.ingest.copy.Acceptance;
import news.slugline.ingest.copy.Copy;
import news.slugline.ingest.copy.Ingestion;
import news.slugline.ingest.copy.Taking;
import news.slugline.ingest.desk.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotFolderTest {

    private static final Desk DESK = Desk.named("north");
    private static final Taking ACCEPTED = new Taking.Taken(List.of());

    @TempDir
    Path root;

    private final List<Copy> taken = new ArrayList<>();
    private final SettableClock clock = new SettableClock();

    @Test
    void leavesAHalfWrittenFileAlone() throws IOException {
        HotFolder folder = folder(_ -> ACCEPTED);
        drop("story.txt", "Half");
        folder.look(DESK);
        clock.pass(Duration.ofSeconds(1));
        drop("story.txt", "Half and more");
        folder.look(DESK);
        clock.pass(Duration.ofSeconds(1));
        folder.look(DESK);
        assertThat(taken).isEmpty();

        clock.pass(Duration.ofSeconds(2));
        folder.look(DESK);
        assertThat(taken).singleElement().satisfies(copy -> {
            assertThat(copy.payload().content()).asString(UTF_8).isEqualTo("Half and more");
            assertThat(copy.payload().fileName()).isEqualTo("story.txt");
        });
        assertThat(root.resolve("north/done/2026-03-01/story.txt")).exists();
    }

    @Test
    void ignoresUnfinishedNamesFoldersAndLinks() throws IOException {
        drop("story.txt.part", "x");
        drop(".story.txt", "x");
        drop("story.tmp", "x");
        Files.createDirectories(root.resolve("north/inner"));
        Path secret = Files.writeString(root.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(root.resolve("north/link.txt"), secret);

        lookUntilSettled(folder(_ -> ACCEPTED));

        assertThat(taken).isEmpty();
        assertThat(secret).exists();
    }

    @Test
    void putsTheProblemBesideARefusedFile() throws IOException {
        drop("bad.txt", "x");
        lookUntilSettled(folder(copy -> new Taking.Taken(List.of(new Acceptance.Refused(rejection(copy))))));

        assertThat(root.resolve("north/failed/bad.txt")).exists();
        assertThat(Files.readString(root.resolve("north/failed/bad.txt.problem.json")))
                .contains("urn:slugline:problem:no-headline", "Nothing reads as a headline", "Put one on top");
    }

    @Test
    void triesAgainLaterWithTheSameReceipt() throws IOException {
        drop("story.txt", "x");
        var answers = new ArrayList<Taking>(
                List.of(new Taking.Later("journal-unavailable", "", "", Duration.ofSeconds(30)), ACCEPTED));
        HotFolder folder = folder(_ -> answers.removeFirst());
        lookUntilSettled(folder);
        assertThat(taken).hasSize(1);
        folder.look(DESK);
        assertThat(taken).hasSize(1);

        clock.pass(Duration.ofSeconds(31));
        folder.look(DESK);

        assertThat(taken).hasSize(2);
        assertThat(taken.getLast().receiptId()).isEqualTo(taken.getFirst().receiptId());
        assertThat(taken.getLast().receivedAt()).isEqualTo(taken.getFirst().receivedAt());
        assertThat(root.resolve("north/done/2026-03-01/story.txt")).exists();
    }

    @Test
    void handsInTheSamePieceAfterACrashInTheMiddleOfAFile() throws IOException {
        drop("story.txt", "x");
        HotFolder crashing = folder(_ -> {
            throw new IllegalStateException("the process ends here");
        });
        assertThatThrownBy(() -> lookUntilSettled(crashing)).hasMessageContaining("ends here");
        assertThat(root.resolve("north/.taking/story.txt")).exists();

        folder(_ -> ACCEPTED).look(DESK);

        assertThat(taken).hasSize(2);
        assertThat(taken.getLast().receiptId()).isEqualTo(taken.getFirst().receiptId());
        assertThat(root.resolve("north/done/2026-03-01/story.txt")).exists();
        assertThat(root.resolve("north/.taking")).isEmptyDirectory();
    }

    @Test
    void takesAFileOnceWhereTwoInstancesShareAFolder() throws IOException {
        drop("story.txt", "x");
        HotFolder first = folder(_ -> ACCEPTED);
        HotFolder second = folder(_ -> ACCEPTED);
        first.look(DESK);
        second.look(DESK);
        clock.pass(Duration.ofSeconds(3));
        first.look(DESK);
        second.look(DESK);

        assertThat(taken).hasSize(1);
    }

    @Test
    void keepsFilesOfOneNameApartAndForgetsOldOnes() throws IOException {
        HotFolder folder = folder(_ -> ACCEPTED);
        drop("story.txt", "one");
        lookUntilSettled(folder);
        drop("story.txt", "two");
        lookUntilSettled(folder);
        assertThat(root.resolve("north/done/2026-03-01")).isDirectoryContaining("glob:**/story-2.txt");

        clock.at = Instant.now().plus(Duration.ofDays(8));
        folder.look(DESK);
        assertThat(root.resolve("north/done/2026-03-01")).isEmptyDirectory();
    }

    @Test
    void readsNoMoreOfAHugeFileThanTellsThatItIsTooLarge() throws IOException {
        Files.createDirectories(root.resolve("north"));
        try (var file =
                new java.io.RandomAccessFile(root.resolve("north/huge.txt").toFile(), "rw")) {
            file.setLength(200L * 1024 * 1024);
        }
        lookUntilSettled(folder(_ -> ACCEPTED));

        assertThat(taken)
                .singleElement()
                .satisfies(copy -> assertThat(copy.payload().content()).hasSize(Ingestion.MAX_COPY_BYTES + 1));
    }

    private void lookUntilSettled(HotFolder folder) throws IOException {
        folder.look(DESK);
        clock.pass(Duration.ofSeconds(3));
        folder.look(DESK);
    }

    private HotFolder folder(Function<Copy, Taking> intake) {
        var properties = new HotFolderProperties(root, Duration.ofSeconds(2), Duration.ofDays(7));
        return new HotFolder(
                properties,
                root,
                copy -> {
                    taken.add(copy);
                    return intake.apply(copy);
                },
                UUID::randomUUID,
                clock);
    }

    private void drop(String name, String content) throws IOException {
        Files.createDirectories(root.resolve("north"));
        Files.writeString(root.resolve("north").resolve(name), content);
    }

    private static CopyRejected rejection(Copy copy) {
        var receipt = new Receipt(copy.receiptId().toString(), "north", "folder", copy.receivedAt(), Lane.routine);
        return new CopyRejected(
                receipt,
                null,
                "bad.txt",
                ByteBuffer.allocate(0),
                "no-headline",
                "Nothing reads as a headline.",
                "Put one on top.");
    }

    /** A clock that stands until time is let pass. */
    private static final class SettableClock extends Clock {

        private Instant at = Instant.parse("2026-03-01T12:00:00Z");

        void pass(Duration time) {
            at = at.plus(time);
        }

        @Override
        public Instant instant() {
            return at;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
