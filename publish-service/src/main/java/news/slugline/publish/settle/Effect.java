package news.slugline.publish.settle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Change;
import news.slugline.publish.log.LogEntry;

/**
 * What carrying out an outcome has written, apart from the log.
 *
 * @param change what changed for readers; empty where nothing did
 * @param entries to be appended to the log, in this order
 */
record Effect(Optional<Change> change, List<LogEntry> entries) {

    @SafeVarargs
    static Effect seen(Change change, LogEntry announcement, List<LogEntry>... settlements) {
        return new Effect(Optional.of(change), join(List.of(announcement), settlements));
    }

    @SafeVarargs
    static Effect unseen(List<LogEntry>... settlements) {
        return new Effect(Optional.empty(), join(List.of(), settlements));
    }

    @SafeVarargs
    private static List<LogEntry> join(List<LogEntry> first, List<LogEntry>... rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest))
                .flatMap(List::stream)
                .toList();
    }
}
