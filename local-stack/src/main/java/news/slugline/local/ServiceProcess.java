package news.slugline.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One of our services, run from its executable jar.
 *
 * <p>All that differs between installations comes in through the environment.
 */
public final class ServiceProcess implements Part {

    private static final Duration STOP = Duration.ofSeconds(40);

    private final String name;
    private final Path jar;
    private final int port;
    private final Map<String, String> environment;
    private final Child service;

    public ServiceProcess(String name, Path jar, PartFolder folder, int port, Map<String, String> environment) {
        this.name = name;
        this.jar = jar;
        this.port = port;
        this.environment = environment;
        this.service = new Child(name, folder.log(), folder.record());
    }

    @Override
    public String name() {
        return name;
    }

    /** Where the service answers; without a slash at the end. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void start() {
        service.start(
                List.of(
                        Home.java(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        jar.toString()),
                environment);
    }

    @Override
    public void awaitHealthy(Duration patience) {
        Health.await(service, patience, () -> Health.answers(url().resolve("/actuator/health")));
    }

    @Override
    public void stop() {
        service.stop("TERM", STOP);
    }

    @Override
    public void kill() {
        service.kill();
    }

    @Override
    public boolean running() {
        return service.running();
    }

    @Override
    public long pid() {
        return service.pid();
    }
}
