package news.slugline.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * {@code slugline send}: hands in copy from files and follows each piece until it is settled.
 *
 * <p>A piece that is held or superseded was accepted; only copy that was refused makes the command fail.
 */
record Send(Desk desk, Screen screen) {

    private static final Duration SETTLED = Duration.ofSeconds(60);

    /** The desk that the environment names, else the one of the installation on this machine. */
    static Desk desk(Installation installation, Map<String, String> environment) {
        var url = environment.get("SLUGLINE_URL");
        var key = environment.get("SLUGLINE_DESK_KEY");
        if (key == null) {
            key = Secrets.read(installation.secretsFile())
                    .map(Secrets::deskKey)
                    .orElseThrow(() -> new UsageException("There is no installation in " + installation.folder()
                            + ". Start one with ./slugline up, or set SLUGLINE_URL and SLUGLINE_DESK_KEY."));
        }
        return new Desk(url == null ? installation.url(Port.INGEST) : URI.create(url), key);
    }

    /** Returns 0 when every file was accepted, else 1. */
    int run(List<Path> files) {
        for (var file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new UsageException("There is no readable file " + file + ".");
            }
        }
        // every file is tried, whatever became of the one before
        return files.stream().map(this::accepted).reduce(true, Boolean::logicalAnd) ? 0 : 1;
    }

    private boolean accepted(Path file) {
        screen.line(file.toString());
        return switch (desk.handIn(new Desk.Piece(read(file), file.getFileName().toString()))) {
            case Desk.Answer.Accepted(var body)
            when body.has("pieces") -> {
                body.path("pieces").forEach(this::show);
                yield body.path("refused").asInt() == 0;
            }
            case Desk.Answer.Accepted(var body) -> {
                show(body);
                yield true;
            }
            case Desk.Answer.Later(var _, var problem) -> {
                problem(503, problem).forEach(screen::line);
                yield false;
            }
            case Desk.Answer.Refused(var status, var problem) -> {
                problem(status, problem).forEach(screen::line);
                yield false;
            }
            case Desk.Answer.Unreachable(var reason) -> {
                screen.line("  " + reason);
                yield false;
            }
        };
    }

    /** A piece that was accepted, or one of a collection. */
    private void show(JsonNode piece) {
        if (piece.has("problem")) {
            problem(piece.path("problem").path("status").asInt(), piece.path("problem"))
                    .forEach(screen::line);
            return;
        }
        var answer = piece.has("answer") ? piece.path("answer") : piece;
        understood(answer).forEach(screen::line);
        screen.line(settled(desk.follow(answer.path("receiptId").asText(), SETTLED)));
    }

    static List<String> understood(JsonNode answer) {
        var understood = answer.path("understood");
        return List.of(
                "  receipt     " + answer.path("receiptId").asText(),
                "  uri         " + answer.path("uri").asText() + "  version "
                        + answer.path("version").asText(),
                "  headline    " + understood.path("headline").asText("none"),
                "  section     " + understood.path("section").asText("none"),
                "  byline      " + understood.path("byline").asText(names(understood.path("authors"))),
                "  located     " + understood.path("located").asText("none"),
                "  paragraphs  " + understood.path("paragraphs").size());
    }

    /** One line: how the piece ended and where it is, or why it is nowhere. */
    static String settled(JsonNode receipt) {
        var status = receipt.path("status").asText("not settled yet");
        var where = receipt.path("url").asText("");
        var reason = receipt.path("reason").asText("");
        return ("  " + status + "  " + where + (reason.isEmpty() ? "" : "  (" + reason + ")")).stripTrailing();
    }

    static List<String> problem(int status, JsonNode problem) {
        var remedy = status == 401 ? "check the desk key" : "try again later";
        return Stream.of(
                        "  refused (" + status + "): " + problem.path("title").asText("no reason was given"),
                        "  " + problem.path("detail").asText(""),
                        "  What to do: " + problem.path("remedy").asText(remedy))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String names(JsonNode authors) {
        var names = StreamSupport.stream(authors.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
