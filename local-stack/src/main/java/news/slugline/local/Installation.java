package news.slugline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One installation on this machine: its folder and its ports.
 *
 * <p>While it runs, its ports are on file, so that {@code send} and {@code status} find it without being told.
 *
 * @param folder holds the data, logs, process records and secrets; {@code .slugline} in the repository unless
 *     {@code SLUGLINE_FOLDER} names another
 */
record Installation(Home home, Path folder, Map<Port, Integer> ports) {

    /** The installation that the environment describes. */
    static Installation of(Home home, Map<String, String> environment) {
        var ports = new EnumMap<Port, Integer>(Port.class);
        Arrays.stream(Port.values()).forEach(port -> ports.put(port, port.in(environment)));
        return new Installation(home, folder(home, environment), ports);
    }

    /** The installation that runs, on the ports that it was started with; else the one that would be started. */
    static Installation running(Home home, Map<String, String> environment) {
        var file = folder(home, environment).resolve("run/ports");
        var known = new HashMap<String, String>();
        try (var lines = Files.exists(file) ? Files.lines(file) : List.<String>of().stream()) {
            lines.map(line -> line.split("=", 2)).forEach(pair -> known.put(pair[0], pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(home, known.isEmpty() ? environment : with(environment, known));
    }

    Path portsFile() {
        return folder.resolve("run/ports");
    }

    Path secretsFile() {
        return folder.resolve("installation.properties");
    }

    Path mediaFolder() {
        return folder.resolve("data/media");
    }

    /** Where desks drop files: a folder for each. */
    Path dropFolder() {
        return folder.resolve("drop");
    }

    PartFolder part(Port port) {
        return new PartFolder(folder, port.part());
    }

    int port(Port port) {
        return Optional.ofNullable(ports.get(port)).orElseThrow();
    }

    /** The address that we print and hand to others; without a slash at the end. */
    URI url(Port port) {
        return URI.create("http://localhost:" + port(port));
    }

    void rememberPorts() {
        try {
            Files.createDirectories(portsFile().getParent());
            Files.write(
                    portsFile(),
                    ports.entrySet().stream()
                            .map(port -> port.getKey().variable() + "=" + port.getValue())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Home home, Map<String, String> environment) {
        return home.folder()
                .resolve(environment.getOrDefault("SLUGLINE_FOLDER", ".slugline"))
                .toAbsolutePath()
                .normalize();
    }

    private static Map<String, String> with(Map<String, String> environment, Map<String, String> more) {
        var merged = new HashMap<>(environment);
        merged.putAll(more);
        return merged;
    }
}
