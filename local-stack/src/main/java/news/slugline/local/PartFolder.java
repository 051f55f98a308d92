package news.slugline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Where one part keeps its data, its log and its process record within a folder that several parts share. */
public record PartFolder(Path shared, String part) {

    Path data() {
        return shared.resolve("data").resolve(part);
    }

    Path log() {
        return shared.resolve("logs").resolve(part + ".log");
    }

    Path record() {
        return shared.resolve("run").resolve(part + ".pid");
    }

    /** The record of the program that prepares the data, before the part itself is started. */
    Path setupRecord() {
        return shared.resolve("run").resolve(part + "-setup.pid");
    }

    /** Ends what an earlier run has left of this part; false when there was nothing. */
    boolean endLeftovers(Duration patience) {
        return Stream.of(record(), setupRecord())
                        .map(ProcessRecord::new)
                        .filter(record -> record.endLeftover(patience))
                        .count()
                > 0;
    }
}
