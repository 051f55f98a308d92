package news.slugline.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The launcher: {@code slugline up}, {@code send}, {@code status}. */
final class Slugline {

    private static final String HELP = """
            Usage: ./slugline COMMAND

              up [--demo]   start everything and stay; --demo also hands in a dozen sample pieces of copy
              send FILE…    hand in copy and follow it until it is settled
              status        show what runs
              help          show this

            The environment sets the ports:
              %s
            SLUGLINE_FOLDER moves the data, logs and secrets from .slugline to another folder.
            SLUGLINE_URL and SLUGLINE_DESK_KEY lead send to a desk door elsewhere.
            """.formatted(String.join(
            "\n  ", Arrays.stream(Port.values()).map(Port::variable).toList()));

    private Slugline() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> environment) {
        var screen = new Screen(System.out, environment.containsKey("SLUGLINE_TERMINAL"));
        var command = arguments.isEmpty() ? "help" : arguments.getFirst();
        var rest = arguments.stream().skip(1).toList();
        try {
            return switch (command) {
                case "up" -> up(rest, environment, screen);
                case "send" -> send(rest, environment, screen);
                case "status" -> new Status(Installation.running(Home.locate(), environment), screen).run();
                case "help", "--help", "-h" -> help(screen);
                default -> throw new UsageException(HELP);
            };
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int up(List<String> options, Map<String, String> environment, Screen screen) {
        if (!List.of("--demo").containsAll(options)) {
            throw new UsageException(HELP);
        }
        return new Up(Installation.of(Home.locate(), environment), screen).run(options.contains("--demo"));
    }

    private static int send(List<String> files, Map<String, String> environment, Screen screen) {
        if (files.isEmpty()) {
            throw new UsageException(HELP);
        }
        var desk = Send.desk(Installation.running(Home.locate(), environment), environment);
        return new Send(desk, screen).run(files.stream().map(Path::of).toList());
    }

    private static int help(Screen screen) {
        screen.line(HELP);
        return 0;
    }
}
