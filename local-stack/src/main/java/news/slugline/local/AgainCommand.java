package news.slugline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** {@code slugline again}: has stories enriched again, and follows how far that is. */
record AgainCommand(AdminApi api, Screen screen, Duration pause) {

    private static final String HELP = """
            Usage: ./slugline again [CHOICE…]    enrich stories again from the log
                   ./slugline again status       show how far that is
                   ./slugline again stop         end it

            Choices; without any all stories are taken:
              --desk NAME      of this desk
              --since INSTANT  received then or later, such as 2030-03-01T06:00:00Z
              --until INSTANT  received before
              --step NAME      that the present version of a step has not seen: language, pictures, entities, topics,
                               text or related
              --rate N         stories a second (20)

            What does not change is not published again.
            """;

    private static final String PATH = "/reenrichment";
    private static final List<String> CHOICES = List.of("--desk", "--since", "--until", "--step", "--rate");

    int run(List<String> arguments) {
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "help", "--help", "-h" -> {
                screen.line(HELP);
                yield 0;
            }
            case "status" -> shown(api.call("GET", PATH, null));
            case "stop" -> shown(api.call("DELETE", PATH, null));
            default -> follow(api.call("POST", PATH + query(arguments), null));
        };
    }

    private int follow(JsonNode started) {
        var progress = started;
        while (progress.path("state").asText().equals("running")) {
            screen.progress(line(progress), false);
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return 1;
            }
            progress = api.call("GET", PATH, null);
        }
        return shown(progress);
    }

    private int shown(JsonNode progress) {
        screen.line(line(progress));
        return progress.path("state").asText().equals("failed") ? 1 : 0;
    }

    private static String line(JsonNode progress) {
        return "%s: %d records read, %d stories enriched again, %d of them changed, %d failed. %s"
                .formatted(
                        progress.path("state").asText(),
                        progress.path("read").asLong(),
                        progress.path("chosen").asLong(),
                        progress.path("changed").asLong(),
                        progress.path("failed").asLong(),
                        progress.path("detail").asText())
                .strip();
    }

    private static String query(List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        var parameters = new ArrayList<String>();
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (!CHOICES.contains(option) || rest.isEmpty()) {
                throw new UsageException("There is no choice " + option + ", or it lacks its value.\n\n" + HELP);
            }
            parameters.add(option.substring(2) + "=" + URLEncoder.encode(rest.pop(), UTF_8));
        }
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }
}
