package news.slugline.ingest.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one desk: what is dropped into it, what is in hand ({@code .taking}), what was taken ({@code done}, by
 * day) and what was refused ({@code failed}).
 *
 * <p>Links are not followed and folders that desks make are left alone. Every move is a rename, so that a crash leaves each
 * file in one place.
 */
record DeskFolder(Path path) {

    /** Names that programs give to files that are not whole yet. */
    private static final Pattern UNFINISHED = Pattern.compile(
            "(?i)\\..*|.*~|.*\\.(?:tmp|temp|part|partial|filepart|crdownload|download|swp|lock|problem\\.json)");

    static DeskFolder create(Path root, String desk) throws IOException {
        var folder = new DeskFolder(root.resolve(desk));
        for (Path needed : List.of(folder.path, folder.taking(), folder.done(), folder.failed())) {
            Files.createDirectories(needed);
        }
        return folder;
    }

    Path taking() {
        return path.resolve(".taking");
    }

    Path done() {
        return path.resolve("done");
    }

    Path failed() {
        return path.resolve("failed");
    }

    /** What was dropped and has a finished name. */
    List<Path> dropped() throws IOException {
        return files(path).stream()
                .filter(file ->
                        !UNFINISHED.matcher(file.getFileName().toString()).matches())
                .filter(file -> !Marks.isUploading(file))
                .toList();
    }

    /** Claims in hand, also those that a crash left. */
    List<Path> claims() throws IOException {
        return files(taking()).stream()
                .filter(file -> !file.getFileName().toString().endsWith(Claim.SUFFIX))
                .toList();
    }

    /** Moves a file there, never over another: a number is put before its ending. */
    static Path move(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        for (int i = 1; ; i++) {
            Path target = folder.resolve(i == 1 ? name : name.substring(0, dot) + "-" + i + name.substring(dot));
            try {
                // reserves the name, which a rename alone would take from another file
                Files.createFile(target);
                return Files.move(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException _) {
                // the next number
            }
        }
    }

    Path doneOn(Instant now) {
        return done().resolve(LocalDate.ofInstant(now, ZoneOffset.UTC).toString());
    }

    /** Removes what was taken before that instant. */
    void forget(Instant before) throws IOException {
        try (Stream<Path> files = Files.walk(done(), 2)) {
            for (Path file : files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(before)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
