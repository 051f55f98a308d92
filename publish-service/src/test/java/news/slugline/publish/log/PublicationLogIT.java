package news.slugline.publish.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import news.slugline.event.CopySettled;
import news.slugline.event.Settlement;
import news.slugline.publish.OnTestStack;
import news.slugline.publish.Pieces;
import news.slugline.publish.Told;
import news.slugline.publish.story.StoredEvents;
import news.slugline.schemas.Topic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnTestStack
class PublicationLogIT {

    private static final int THREADS = 6;
    private static final int TRANSACTIONS = 40;

    @Autowired
    private PublicationLog log;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StoredEvents events;

    @Test
    void givesAReaderEverySequenceInOrderWhileTransactionsCommitAndRollBack() throws Exception {
        long before = new Told(jdbc, events).head();
        var committed = new AtomicInteger();
        List<Long> seen = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                writers.add(threads.submit(() -> write(committed)));
            }
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                read(seen, before);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        read(seen, before);

        assertThat(committed.get()).isPositive();
        assertThat(seen)
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + committed.get())
                        .boxed()
                        .toList());
        assertThat(new Told(jdbc, events).head()).isEqualTo(before + committed.get());
    }

    private void write(AtomicInteger committed) {
        for (int i = 0; i < TRANSACTIONS; i++) {
            int count = ThreadLocalRandom.current().nextInt(1, 4);
            boolean fails = ThreadLocalRandom.current().nextInt(3) == 0;
            transaction.executeWithoutResult(status -> {
                log.append(Collections.nCopies(count, entry()), Pieces.NOON);
                if (fails) {
                    status.setRollbackOnly();
                }
            });
            if (!fails) {
                committed.addAndGet(count);
            }
        }
    }

    /** A reader that remembers only how far it has come, as the relay does. */
    private void read(List<Long> seen, long before) {
        long position = seen.isEmpty() ? before : seen.getLast();
        seen.addAll(jdbc.sql("select sequence from publication_log where sequence > ? order by sequence")
                .param(position)
                .query(Long.class)
                .list());
    }

    private static LogEntry entry() {
        var piece = Pieces.ofNewStory().build();
        var uri = piece.getArticle().getUri();
        return new LogEntry(
                Topic.COPY_SETTLED,
                uri,
                piece.getReceipt(),
                sequence -> new CopySettled(
                        sequence,
                        piece.getReceipt().getId(),
                        "wire",
                        uri,
                        1L,
                        Settlement.rejected,
                        null,
                        null,
                        Pieces.NOON,
                        Pieces.NOON));
    }
}
