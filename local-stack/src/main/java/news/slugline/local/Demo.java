package news.slugline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Hands in a dozen sample pieces of copy, in as many styles, and shows what became of each.
 *
 * <p>The pieces go in this order: the update follows what it updates.
 */
record Demo(Desk desk, Screen screen) {

    static final List<String> PIECES = List.of(
            "harbour-bridge.txt",
            "council-budget.txt",
            "orchard-frost.txt",
            "chess-final.txt",
            "fluss-hochwasser.txt",
            "marche-couvert.txt",
            "pueblo-escuela.txt",
            "arabic-library.txt",
            "japanese-lighthouse.txt",
            "observatory.json",
            "ferry.json",
            "ferry-update.json",
            "dam-flash.json");

    private static final Duration SETTLED = Duration.ofMinutes(1);

    void run() {
        screen.line("Handing in " + PIECES.size() + " sample pieces of copy:");
        var receipts = new LinkedHashMap<String, String>();
        for (var piece : PIECES) {
            switch (desk.handIn(new Desk.Piece(read(piece), piece))) {
                case Desk.Answer.Accepted(var body) ->
                    receipts.put(piece, body.path("receiptId").asText());
                case Desk.Answer.Later(var _, var problem) ->
                    screen.line("  " + piece + "\n" + String.join("\n", Send.problem(503, problem)));
                case Desk.Answer.Refused(var status, var problem) ->
                    screen.line("  " + piece + "\n" + String.join("\n", Send.problem(status, problem)));
                case Desk.Answer.Unreachable(var reason) -> screen.line("  " + piece + "  " + reason);
            }
        }
        receipts.forEach((piece, receipt) ->
                screen.line("  %-26s%s".formatted(piece, Send.settled(desk.follow(receipt, SETTLED)))));
    }

    static byte[] read(String piece) {
        try (var stream = Demo.class.getResourceAsStream("/demo/" + piece)) {
            if (stream == null) {
                throw new IllegalStateException("the sample " + piece + " is missing");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
