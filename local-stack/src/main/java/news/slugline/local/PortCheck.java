package news.slugline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the ports that somebody else uses, before anything is started. */
final class PortCheck {

    private static final Pattern PID = Pattern.compile("^(\\d+)$|pid=(\\d+)");

    private PortCheck() {}

    /** @throws UsageException that names every occupied port, who holds it, and the variable that changes it */
    static void require(Map<Port, Integer> ports) {
        if (new HashSet<>(ports.values()).size() < ports.size()) {
            throw new UsageException("Two parts have the same port: " + ports);
        }
        var occupied = ports.entrySet().stream()
                .filter(port -> !free(port.getValue()))
                .map(port -> occupied(port.getKey(), port.getValue(), owner(port.getValue())))
                .toList();
        if (!occupied.isEmpty()) {
            throw new UsageException(String.join("\n", occupied));
        }
    }

    static String occupied(Port part, int port, Optional<String> owner) {
        return "Port %d (%s) is occupied%s. Free it, or choose another: %s=%d ./slugline up"
                .formatted(
                        port,
                        part.part(),
                        owner.map(name -> " by " + name).orElse(""),
                        part.variable(),
                        port < 55_536 ? port + 10_000 : port - 10_000);
    }

    static boolean free(int port) {
        // Some systems let us bind beside a listener on all interfaces, so ask for that one too.
        if (Health.listens(port)) {
            return false;
        }
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** The process that listens, where one of the usual tools is there to tell, and may. */
    private static Optional<String> owner(int port) {
        return List.of(
                        List.of("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN"),
                        List.of("ss", "-Hltnp", "sport = :" + port))
                .stream()
                .map(PortCheck::lines)
                .flatMap(Collection::stream)
                .flatMap(line -> PID.matcher(line).results())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .findFirst()
                .map(PortCheck::named);
    }

    private static List<String> lines(List<String> command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var output = process.inputReader()) {
                return output.lines().collect(Collectors.toList());
            }
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static String named(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command())
                .map(command -> "process " + pid + " (" + command + ")")
                .orElse("process " + pid);
    }
}
