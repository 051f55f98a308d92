package news.slugline.ingest.folder;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import news.slugline.ingest.copy.Intake;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Desks;
import news.slugline.ingest.desk.Door;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks into every open desk's hot folder, again and again, on a thread of its own.
 *
 * <p>It polls: file systems over a network tell nobody of changes. A folder that cannot be read holds up no other.
 */
@Component
@EnableConfigurationProperties(HotFolderProperties.class)
class HotFolderDoor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(HotFolderDoor.class);

    private final HotFolderProperties properties;
    private final Desks desks;
    private final Intake intake;
    private final TimeBasedEpochGenerator receiptIds;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, AtomicInteger> waiting = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;

    HotFolderDoor(
            HotFolderProperties properties,
            Desks desks,
            Intake intake,
            TimeBasedEpochGenerator receiptIds,
            Clock clock,
            MeterRegistry meters) {
        this.properties = properties;
        this.desks = desks;
        this.intake = intake;
        this.receiptIds = receiptIds;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void start() {
        if (properties.root() != null) {
            var folder = new HotFolder(properties, properties.root(), intake::take, receiptIds::generate, clock);
            thread = Thread.ofVirtual().name("hot-folder").start(() -> run(folder));
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run(HotFolder folder) {
        try {
            while (true) {
                look(folder);
                Thread.sleep(folder.pause());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(HotFolder folder) throws InterruptedException {
        try {
            for (Desk desk : desks.open()) {
                if (desk.doors().contains(Door.folder) || desk.doors().contains(Door.sftp)) {
                    look(folder, desk);
                }
            }
        } catch (RuntimeException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            log.warn("the hot folders could not be looked into, and will be again: {}", e.getMessage(), e);
        }
    }

    private void look(HotFolder folder, Desk desk) {
        try {
            waiting.computeIfAbsent(
                            desk.name(),
                            name -> meters.gauge("slugline.folder.waiting", Tags.of("desk", name), new AtomicInteger()))
                    .set(folder.look(desk));
        } catch (IOException e) {
            meters.counter("slugline.folder.unreadable", "desk", desk.name()).increment();
            log.warn(
                    "the hot folder of desk {} cannot be read, and will be tried again: {}",
                    desk.name(),
                    e.getMessage(),
                    e);
        }
    }
}
