package news.slugline.publish.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import news.slugline.publish.story.StoredEvents;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends the publication log to Kafka, in sequence and each entry once, from one instance at a time.
 *
 * <p>Starts before the listeners: until it has compared the log's head with the topics, nothing may be appended, or a
 * restored database would give sequences out a second time.
 */
@Component
class PublicationLogRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PublicationLogRelay.class);
    private static final int BATCH = 200;
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(250);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final JdbcConnectionDetails database;
    private final StoredEvents events;
    private final PublicationLog log;
    private final TopicEnds topicEnds;
    private final LogSender sender;
    private final CommitSignal committed;
    private volatile boolean isRunning;
    private @Nullable Thread thread;

    PublicationLogRelay(
            JdbcConnectionDetails database,
            StoredEvents events,
            PublicationLog log,
            TopicEnds topicEnds,
            LogSender sender,
            CommitSignal committed) {
        this.database = database;
        this.events = events;
        this.log = log;
        this.topicEnds = topicEnds;
        this.sender = sender;
        this.committed = committed;
    }

    @Override
    public void start() {
        log.neverBelow(topicEnds.read().last());
        isRunning = true;
        thread = Thread.ofPlatform().name("relay").start(this::run);
    }

    private void run() {
        while (isRunning) {
            try {
                lead();
                committed.await(LOOK_INTERVAL);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                LOG.warn("the publication log is not being sent, will try again: {}", e.toString());
                pause();
            }
        }
    }

    /** Sends for as long as this instance may; returns at once where another leads. */
    private void lead() throws Exception {
        var taken = RelayLeadership.take(database, events);
        if (taken.isEmpty()) {
            return;
        }
        try (var leadership = taken.get()) {
            // What was sent before a crash, but not noted, shows in the topics only.
            var ends = topicEnds.read();
            LOG.info("sending the publication log; the topics hold it up to {}", ends.last());
            while (isRunning) {
                sendNext(leadership, ends);
            }
        }
    }

    private void sendNext(RelayLeadership leadership, TopicEnds.Ends ends)
            throws InterruptedException, ExecutionException {
        List<RelayLeadership.Unsent> batch = leadership.next(BATCH);
        if (batch.isEmpty()) {
            committed.await(LOOK_INTERVAL);
            return;
        }
        sender.send(
                batch.stream()
                        .filter(entry -> !ends.contain(entry.topic(), entry.key(), entry.sequence()))
                        .toList(),
                ends);
        leadership.moveTo(batch.getLast().sequence());
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_INTERVAL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        isRunning = false;
        committed.raise();
        if (thread != null) {
            endOf(thread);
        }
    }

    /** A broker that is away would be waited for: what is not acknowledged is sent again by the next leader. */
    private static void endOf(Thread thread) {
        try {
            if (!thread.join(STOP_PATIENCE)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /** Before the listener containers, which start in nearly the last phase. */
    @Override
    public int getPhase() {
        return 0;
    }
}
