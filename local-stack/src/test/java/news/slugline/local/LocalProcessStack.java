package news.slugline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The test stack as plain processes on free ports, in a folder of its own below local-stack's target.
 *
 * <p>Whatever an earlier run left because it was killed is ended first.
 */
final class LocalProcessStack implements TestStack {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LEFTOVER = Duration.ofSeconds(5);
    private static final String PASSWORD = "test";

    private final Path folder;
    private final Postgres postgres;
    private final KafkaBroker broker;
    private final Registry registry;

    private LocalProcessStack(Home home, Path folder, List<Integer> ports) {
        this.folder = folder;
        this.postgres = new Postgres(home, new PartFolder(folder, "postgres"), ports.get(0), PASSWORD);
        this.broker = new KafkaBroker(home, new PartFolder(folder, "kafka"), ports.get(1), ports.get(2));
        this.registry = new Registry(home, new PartFolder(folder, "registry"), ports.get(3), postgres, PASSWORD);
    }

    static LocalProcessStack start(Home home) {
        var stacks = home.built().resolve("test-stacks");
        endLeftovers(stacks);
        var folder = stacks.resolve(Long.toString(ProcessHandle.current().pid()));
        Folders.delete(folder);
        new ProcessRecord(folder.resolve("owner.pid")).write(ProcessHandle.current());
        var stack = new LocalProcessStack(home, folder, FreePorts.find(4));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop the test stack"));
        stack.start();
        return stack;
    }

    private void start() {
        postgres.start();
        broker.start();
        postgres.awaitHealthy(PATIENCE);
        registry.start();
        broker.awaitHealthy(PATIENCE);
        registry.awaitHealthy(PATIENCE);
    }

    private static void endLeftovers(Path stacks) {
        if (!Files.exists(stacks)) {
            return;
        }
        try (var folders = Files.list(stacks)) {
            folders.filter(folder -> new ProcessRecord(folder.resolve("owner.pid"))
                            .process()
                            .isEmpty())
                    .forEach(LocalProcessStack::endLeftover);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void endLeftover(Path folder) {
        Stream.of("registry", "kafka", "postgres")
                .map(part -> new PartFolder(folder, part))
                .forEach(part -> part.endLeftovers(LEFTOVER));
        Folders.delete(folder);
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String registryUrl() {
        return registry.url();
    }

    @Override
    public String jdbcUrl(String database) {
        return postgres.jdbcUrl(database);
    }

    @Override
    public String databasePassword() {
        return PASSWORD;
    }

    @Override
    public void stopPostgres() {
        postgres.stop();
    }

    @Override
    public void startPostgres() {
        postgres.start();
        postgres.awaitHealthy(PATIENCE);
    }

    @Override
    public void stopBroker() {
        broker.stop();
    }

    @Override
    public void startBroker() {
        broker.start();
        broker.awaitHealthy(PATIENCE);
    }

    /** The logs stay, for whoever asks why a test failed. */
    @Override
    public void close() {
        registry.stop();
        broker.stop();
        postgres.stop();
        Folders.delete(folder.resolve("data"));
    }
}
