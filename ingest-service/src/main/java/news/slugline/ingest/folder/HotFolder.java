package news.slugline.ingest.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.slugline.event.CopyRejected;
import news.slugline.ingest.copy.Acceptance;
import news.slugline.ingest.copy.Copy;
import news.slugline.ingest.copy.Ingestion;
import news.slugline.ingest.copy.Taking;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Door;
import news.slugline.ingest.format.Payload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the files that a desk drops: whole ones only, each once, and says beside a refused one what is wrong with it.
 *
 * <p>Safe to be ended at any point: a file is in the desk's folder, in {@code .taking} with its receipt, or in
 * {@code done} or {@code failed}. Several instances may share the folders: a rename decides who takes a file.
 */
final class HotFolder {

    private static final Logger log = LoggerFactory.getLogger(HotFolder.class);

    private final HotFolderProperties properties;
    private final Path root;
    private final Function<Copy, Taking> intake;
    private final Supplier<UUID> receiptIds;
    private final Clock clock;
    private final Map<String, Settling> settlings = new HashMap<>();
    private final Map<Path, Instant> notBefore = new HashMap<>();

    HotFolder(
            HotFolderProperties properties,
            Path root,
            Function<Copy, Taking> intake,
            Supplier<UUID> receiptIds,
            Clock clock) {
        this.properties = properties;
        this.root = root;
        this.intake = intake;
        this.receiptIds = receiptIds;
        this.clock = clock;
    }

    /** Looks once; returns how many files of the desk wait. */
    int look(Desk desk) throws IOException {
        DeskFolder folder = DeskFolder.create(root, desk.name());
        Instant now = clock.instant();
        for (Path claimed : folder.claims()) {
            if (!notBefore.getOrDefault(claimed, now).isAfter(now)) {
                take(desk, folder, Claim.of(claimed, Door.folder, receiptIds.get(), now));
            }
        }
        List<Path> dropped = folder.dropped();
        var settling = settlings.computeIfAbsent(desk.name(), _ -> new Settling(properties.settle()));
        for (Path file : settling.settled(dropped, now)) {
            claim(desk, folder, file);
        }
        folder.forget(now.minus(properties.keep()));
        return folder.dropped().size() + folder.claims().size();
    }

    private void claim(Desk desk, DeskFolder folder, Path file) throws IOException {
        try {
            Path claimed = DeskFolder.move(file, folder.taking());
            Door door = Marks.cameBySftp(file) ? Door.sftp : Door.folder;
            take(desk, folder, Claim.of(claimed, door, receiptIds.get(), clock.instant()));
        } catch (NoSuchFileException _) {
            log.debug("another instance took a file of desk {}", desk.name());
        }
    }

    private void take(Desk desk, DeskFolder folder, Claim claim) throws IOException {
        Path file = claim.file();
        var payload = new Payload(read(file), null, file.getFileName().toString());
        switch (intake.apply(Copy.unnamed(claim.receiptId(), desk, claim.door(), payload, claim.receivedAt()))) {
            case Taking.Taken(var pieces) -> settle(folder, claim, pieces);
            case Taking.Later later -> notBefore.put(file, clock.instant().plus(later.retryAfter()));
            case Taking.Barred barred ->
                fail(folder, claim, List.of(new Problem(barred.reason(), barred.detail(), barred.remedy(), null)));
        }
    }

    private void settle(DeskFolder folder, Claim claim, List<Acceptance> pieces) throws IOException {
        List<Problem> problems = pieces.stream()
                .flatMap(piece -> switch (piece) {
                    case Acceptance.Accepted _ -> Stream.<Problem>empty();
                    case Acceptance.Refused(var rejection) -> Stream.of(Problem.of(rejection));
                })
                .toList();
        if (problems.isEmpty()) {
            end(claim, folder.doneOn(clock.instant()));
        } else {
            fail(folder, claim, problems);
        }
    }

    private void fail(DeskFolder folder, Claim claim, List<Problem> problems) throws IOException {
        Path failed = end(claim, folder.failed());
        Object said = problems.size() == 1 ? problems.getFirst() : problems;
        Files.write(
                failed.resolveSibling(failed.getFileName() + ".problem.json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(said));
    }

    private Path end(Claim claim, Path folder) throws IOException {
        Path moved = DeskFolder.move(claim.file(), folder);
        claim.end();
        notBefore.remove(claim.file());
        return moved;
    }

    /** One byte more than is taken at most tells that there was more. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Ingestion.MAX_COPY_BYTES + 1);
        }
    }

    /** How long to wait between looks. */
    Duration pause() {
        return properties.settle().dividedBy(2).plusMillis(1);
    }

    /** Problem details (RFC 9457) as a file. */
    record Problem(
            String type,
            String title,
            String detail,
            String remedy,
            @Nullable String receiptId) {

        static Problem of(CopyRejected rejection) {
            return new Problem(
                    rejection.getReason(),
                    rejection.getDetail(),
                    rejection.getRemedy(),
                    rejection.getReceipt().getId());
        }

        private Problem(String reason, String detail, String remedy, @Nullable String receiptId) {
            this("urn:slugline:problem:" + reason, "The copy was not accepted", detail, remedy, receiptId);
        }
    }
}
