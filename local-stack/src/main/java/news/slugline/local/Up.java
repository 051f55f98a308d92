package news.slugline.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * {@code slugline up}: runs an installation in the foreground until it is told to stop.
 *
 * <p>All that it started ends in one place, the shutdown hook, whether the reason is a signal or a failed start.
 */
final class Up {

    private static final Duration LEFTOVER = Duration.ofSeconds(20);

    private final Installation installation;
    private final Screen screen;
    private final List<Thread> supervisors = new ArrayList<>();
    private volatile boolean stopping;

    Up(Installation installation, Screen screen) {
        this.installation = installation;
        this.screen = screen;
    }

    /** Returns the exit code if the installation could not be started; otherwise never. */
    int run(boolean demo) {
        try (var lock = RunLock.take(installation)) {
            endLeftovers();
            PortCheck.require(installation.ports());
            var secrets = Secrets.keptIn(installation.secretsFile());
            var pipeline = Pipeline.of(installation, secrets);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(pipeline), "stop"));
            installation.rememberPorts();
            return start(pipeline, secrets, demo);
        }
    }

    private int start(Pipeline pipeline, Secrets secrets, boolean demo) {
        try {
            new Starter(screen).start(pipeline);
        } catch (PartFailedException e) {
            if (!stopping) {
                screen.line("\n" + e.getMessage() + "\n");
            }
            return 1;
        }
        supervise(pipeline);
        new Welcome(installation, secrets).lines().forEach(screen::line);
        if (demo) {
            new Demo(new Desk(installation.url(Port.INGEST), secrets.deskKey()), screen).run();
        }
        screen.line("\nCtrl-C stops everything; the data stays in " + installation.folder() + ".");
        waitForSignal();
        return 0;
    }

    private void supervise(Pipeline pipeline) {
        for (var part : pipeline.parts()) {
            supervisors.add(Thread.ofVirtual().name("supervise " + part.name()).start(new Supervisor(part, screen)));
        }
    }

    private void endLeftovers() {
        for (var port : Pipeline.PARTS.reversed()) {
            if (installation.part(port).endLeftovers(LEFTOVER)) {
                screen.line("Ended " + port.part() + ", which an earlier run had left.");
            }
        }
    }

    private void stop(Pipeline pipeline) {
        stopping = true;
        screen.settle();
        screen.line("\nStopping …");
        supervisors.forEach(Thread::interrupt);
        for (var group : pipeline.groups().reversed()) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                group.forEach(part -> threads.execute(part::stop));
            }
        }
        new ProcessRecord(installation.portsFile()).delete();
        screen.line("Stopped.");
    }

    private static void waitForSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
