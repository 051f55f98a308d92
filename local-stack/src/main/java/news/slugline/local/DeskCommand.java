package news.slugline.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** {@code slugline desk}: lists, creates, changes, rotates and closes desks through the admin API. */
record DeskCommand(AdminApi api, Screen screen) {

    private static final String HELP = """
            Usage: ./slugline desk COMMAND

              list                        show all desks
              create NAME [SETTING…]      make a desk, and show its key this once
              change NAME [SETTING…]      change settings of a desk; those not named stay as they are
              rotate NAME [--overlap MIN] give a desk a new key; the old one stays valid for so many minutes (0)
              close NAME                  the desk hands in copy no more

            Settings:
              --source TEXT     the provider's name as readers see it
              --zone ZONE       time zone of times that name none, such as Europe/Paris
              --language TAG    language of copy that names none, such as fr
              --section NAME    section of copy that names none
              --doors LIST      doors that it may use: http,folder,sftp,feed,mail,desk (all)
              --rate N          pieces a minute (no limit)
              --cadence TIME    longest silence while all is well, such as PT2H; longer raises an alert
              --ssh-key FILE    public key for the SFTP drop box; give it again for each key
            """;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DESKS = "/admin/desks";
    private static final Map<String, String> SETTINGS = Map.of(
            "--source", "source",
            "--zone", "zone",
            "--language", "language",
            "--section", "section",
            "--cadence", "cadence");

    int run(List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        String command = rest.isEmpty() ? "help" : rest.pop();
        if (command.equals("list") && rest.isEmpty()) {
            return list();
        }
        if (command.equals("help") || rest.isEmpty()) {
            screen.line(HELP);
            return command.equals("help") ? 0 : 1;
        }
        String name = rest.pop();
        return switch (command) {
            case "create" ->
                keyed(api.call("POST", DESKS, settings(JSON.createObjectNode().put("name", name), rest)));
            case "change" ->
                shown(api.call(
                        "PUT",
                        DESKS + "/" + name,
                        settings((ObjectNode) api.call("GET", DESKS + "/" + name, null), rest)));
            case "rotate" -> keyed(api.call("POST", DESKS + "/" + name + "/key?overlapMinutes=" + overlap(rest), null));
            case "close" -> shown(api.call("DELETE", DESKS + "/" + name, null));
            default -> throw new UsageException(HELP);
        };
    }

    private int list() {
        screen.line("%-20s %-24s %-16s %-8s %-10s %s".formatted("desk", "source", "zone", "rate", "cadence", "doors"));
        api.call("GET", DESKS, null).forEach(desk -> screen.line(line(desk)));
        return 0;
    }

    private int shown(JsonNode desk) {
        screen.line(line(desk));
        return 0;
    }

    private int keyed(JsonNode created) {
        screen.line(line(created.path("desk")));
        screen.line("Its key, shown this once: " + created.path("key").asText());
        return 0;
    }

    private static String line(JsonNode desk) {
        return "%-20s %-24s %-16s %-8s %-10s %s"
                .formatted(
                        desk.path("name").asText(),
                        desk.path("source").asText("-"),
                        desk.path("zone").asText("-"),
                        desk.path("piecesPerMinute").asText("-"),
                        desk.path("cadence").asText("-"),
                        desk.path("closed").asBoolean() ? "closed" : doors(desk));
    }

    private static String doors(JsonNode desk) {
        var doors = new StringBuilder();
        desk.path("doors")
                .forEach(door -> doors.append(doors.isEmpty() ? "" : ",").append(door.asText()));
        return doors.toString();
    }

    private static ObjectNode settings(ObjectNode desk, Deque<String> options) {
        while (!options.isEmpty()) {
            String option = options.pop();
            if (options.isEmpty()) {
                throw new UsageException(option + " lacks its value.\n\n" + HELP);
            }
            String value = options.pop();
            switch (option) {
                case "--doors" -> {
                    var doors = desk.putArray("doors");
                    List.of(value.split(",", -1)).forEach(doors::add);
                }
                case "--rate" -> desk.put("piecesPerMinute", number(option, value));
                case "--ssh-key" -> desk.withArray("/sshKeys").add(line(Path.of(value)));
                default -> {
                    if (!SETTINGS.containsKey(option)) {
                        throw new UsageException("There is no setting " + option + ".\n\n" + HELP);
                    }
                    desk.put(SETTINGS.get(option), value);
                }
            }
        }
        return desk;
    }

    private static int overlap(Deque<String> options) {
        if (options.isEmpty()) {
            return 0;
        }
        if (options.size() != 2 || !options.pop().equals("--overlap")) {
            throw new UsageException(HELP);
        }
        return number("--overlap", options.pop());
    }

    private static int number(String option, String value) {
        if (!value.matches("\\d{1,6}")) {
            throw new UsageException(option + " takes a whole number.");
        }
        return Integer.parseInt(value);
    }

    private static String line(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UsageException("There is no readable file " + file + ".", e);
        }
    }
}
