package news.slugline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A folder, ZIP file or NDJSON file of old copy, one piece an entry, always in the same order.
 *
 * <p>An entry larger than what the door takes is read up to one byte more, and refused by the door: a ZIP bomb costs no
 * more than that.
 */
sealed interface Archive {

    /** The largest piece that the door takes, in bytes. */
    int MAX_PIECE_BYTES = 10 * 1024 * 1024;

    /** How many entries there are. */
    int size();

    /** Each entry in turn, but for those to be left out. */
    void forEach(Predicate<String> isWanted, Consumer<Entry> action);

    /**
     * One piece.
     *
     * @param name unique in the archive
     */
    record Entry(String name, Desk.Piece piece) {}

    /**
     * Opens what the path names.
     *
     * @throws UsageException where it is none of the three
     */
    static Archive open(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (Files.isDirectory(path)) {
            return new Folder(path);
        }
        if (Files.isReadable(path) && name.endsWith(".zip")) {
            return new Zip(path);
        }
        if (Files.isReadable(path) && (name.endsWith(".ndjson") || name.endsWith(".jsonl"))) {
            return new Lines(path);
        }
        throw new UsageException("There is no readable folder, .zip, .ndjson or .jsonl file " + path + ".");
    }

    /** All files below a folder, but for hidden ones. */
    record Folder(Path path) implements Archive {

        @Override
        public int size() {
            return files().size();
        }

        @Override
        public void forEach(Predicate<String> isWanted, Consumer<Entry> action) {
            for (Path file : files()) {
                String name = path.relativize(file).toString();
                if (isWanted.test(name)) {
                    try (var in = Files.newInputStream(file)) {
                        action.accept(new Entry(
                                name,
                                new Desk.Piece(
                                        in.readNBytes(MAX_PIECE_BYTES + 1),
                                        file.getFileName().toString())));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        private List<Path> files() {
            try (var files = Files.walk(path)) {
                return files.filter(Files::isRegularFile)
                        .filter(file -> !path.relativize(file).toString().matches("(?:.*/)?\\..*"))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** All files of a ZIP file. */
    record Zip(Path path) implements Archive {

        @Override
        public int size() {
            try (var zip = new ZipFile(path.toFile())) {
                return entries(zip).size();
            } catch (IOException e) {
                throw new UsageException("The ZIP file " + path + " cannot be read: " + e.getMessage() + ".", e);
            }
        }

        @Override
        public void forEach(Predicate<String> isWanted, Consumer<Entry> action) {
            try (var zip = new ZipFile(path.toFile())) {
                for (ZipEntry entry : entries(zip)) {
                    if (isWanted.test(entry.getName())) {
                        try (var in = zip.getInputStream(entry)) {
                            String fileName = entry.getName().replaceFirst(".*[/\\\\]", "");
                            action.accept(new Entry(
                                    entry.getName(), new Desk.Piece(in.readNBytes(MAX_PIECE_BYTES + 1), fileName)));
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<? extends ZipEntry> entries(ZipFile zip) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
        }
    }

    /** The lines of an NDJSON file, but for empty ones. */
    record Lines(Path path) implements Archive {

        @Override
        public int size() {
            var count = new int[1];
            forEach(_ -> true, _ -> count[0]++);
            return count[0];
        }

        @Override
        public void forEach(Predicate<String> isWanted, Consumer<Entry> action) {
            try (var in = new BufferedInputStream(Files.newInputStream(path))) {
                byte[] line;
                for (int number = 1; (line = line(in)) != null; number++) {
                    String name = "line " + number;
                    if (line.length > 0 && isWanted.test(name)) {
                        action.accept(new Entry(name, new Desk.Piece(line, "line-" + number + ".json")));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The next line without its end, at most a byte longer than a piece may be; null at the end of the file. */
        private static byte @Nullable [] line(InputStream in) throws IOException {
            var line = new ByteArrayOutputStream();
            int next = in.read();
            if (next < 0) {
                return null;
            }
            for (; next >= 0 && next != '\n'; next = in.read()) {
                if (line.size() <= MAX_PIECE_BYTES) {
                    line.write(next);
                }
            }
            return new String(line.toByteArray(), UTF_8).strip().getBytes(UTF_8);
        }
    }
}
