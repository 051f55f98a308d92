package news.slugline.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** {@code slugline status}: a line for each part, and what became of the copy so far. */
record Status(Installation installation, Screen screen) {

    /** What the command exits with when a part does not run. */
    static final int NOT_ALL_RUN = 3;

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final String ROW = "%-10s %-8s %6s %8s %8s  %s";

    int run() {
        screen.line(ROW.formatted("part", "state", "port", "pid", "memory", "up for"));
        boolean allRun = true;
        for (var part : Pipeline.PARTS) {
            var process = new ProcessRecord(installation.part(part).record()).process();
            boolean runs = process.isPresent() && Health.listens(installation.port(part));
            allRun &= runs;
            screen.line(row(part, process, runs ? "runs" : process.isPresent() ? "starting" : "down"));
        }
        balance().ifPresent(sum -> screen.line("\n" + sum));
        return allRun ? 0 : NOT_ALL_RUN;
    }

    private String row(Port part, Optional<ProcessHandle> process, String state) {
        return ROW.formatted(
                        part.part(),
                        state,
                        installation.port(part),
                        process.map(found -> Long.toString(found.pid())).orElse(""),
                        process.flatMap(Status::memory).orElse(""),
                        process.flatMap(found -> found.info().startInstant())
                                .map(start -> span(Duration.between(start, Instant.now())))
                                .orElse(""))
                .stripTrailing();
    }

    static String span(Duration time) {
        if (time.toMinutes() == 0) {
            return time.toSeconds() + " s";
        }
        return time.toHours() == 0 ? time.toMinutes() + " min" : time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    private static Optional<String> memory(ProcessHandle process) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid())).start();
            try (var output = ps.inputReader()) {
                return output.lines().findFirst().map(kilobytes -> Long.parseLong(kilobytes.strip()) / 1024 + " MB");
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The ledger's sum over all desks, where monitor-service answers. */
    private Optional<String> balance() {
        return Secrets.read(installation.secretsFile())
                .flatMap(secrets -> balances(secrets.opsPassword()))
                .map(Status::sum);
    }

    private Optional<JsonNode> balances(String opsPassword) {
        var credentials = Base64.getEncoder().encodeToString(("ops:" + opsPassword).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(installation.url(Port.MONITOR).resolve("/balance"))
                .header("Authorization", "Basic " + credentials)
                .timeout(ANSWER)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            return answer.statusCode() == 200
                    ? Optional.of(new ObjectMapper().readTree(answer.body()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static String sum(JsonNode balances) {
        return "Copy received: %d. Published %d, held %d, superseded %d, duplicate %d, killed %d, rejected %d, failed %d, in flight %d."
                .formatted(Stream.of(
                                "received",
                                "published",
                                "held",
                                "superseded",
                                "duplicate",
                                "killed",
                                "rejected",
                                "failed",
                                "inFlight")
                        .map(column -> StreamSupport.stream(balances.spliterator(), false)
                                .mapToLong(desk -> desk.path(column).asLong())
                                .sum())
                        .toArray());
    }
}
