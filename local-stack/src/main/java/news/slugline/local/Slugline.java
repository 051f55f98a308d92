package news.slugline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The launcher: one command a line of the help. */
final class Slugline {

    private static final String HELP = """
            Usage: ./slugline COMMAND

              up [--demo]   start everything and stay; --demo also hands in a dozen sample pieces of copy
              send FILE…    hand in copy and follow it until it is settled
              load [--rate N] ARCHIVE
                            hand in a folder, ZIP file or NDJSON file of old copy, N pieces a second (50), in the routine
                            lane; ended and started again, it goes on where it was
              desk …        list, create, change, rotate and close desks: ./slugline desk help
              again …       enrich stories again, all or some: ./slugline again help
              status        show what runs
              help          show this

            The environment sets the ports:
              %s
            SLUGLINE_FOLDER moves the data, logs and secrets from .slugline to another folder.
            SLUGLINE_URL and SLUGLINE_DESK_KEY lead send and load to a desk door elsewhere, and
            SLUGLINE_URL and SLUGLINE_OPS_PASSWORD lead desk and again.
            """.formatted(String.join(
            "\n  ", Arrays.stream(Port.values()).map(Port::variable).toList()));

    private static final Duration FOLLOW_EVERY = Duration.ofSeconds(1);

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
                case "load" -> load(rest, environment, screen);
                case "desk" -> new DeskCommand(api(environment, Port.INGEST), screen).run(rest);
                case "again" -> new AgainCommand(api(environment, Port.ENRICH), screen, FOLLOW_EVERY).run(rest);
                case "status" -> new Status(Installation.running(Home.locate(), environment), screen).run();
                case "help", "--help", "-h" -> help(screen);
                default -> throw new UsageException(HELP);
            };
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static AdminApi api(Map<String, String> environment, Port port) {
        return AdminApi.of(Installation.running(Home.locate(), environment), environment, port);
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

    private static int load(List<String> options, Map<String, String> environment, Screen screen) {
        boolean hasRate = options.size() == 3 && options.getFirst().equals("--rate");
        if (options.size() != 1 && !hasRate) {
            throw new UsageException(HELP);
        }
        int rate = hasRate ? rate(options.get(1)) : Load.DEFAULT_RATE;
        var installation = Installation.running(Home.locate(), environment);
        return new Load(
                        Send.desk(installation, environment),
                        screen,
                        installation.folder().resolve("load"),
                        rate)
                .run(Path.of(options.getLast()));
    }

    private static int rate(String value) {
        if (!value.matches("[1-9]\\d{0,5}")) {
            throw new UsageException("--rate takes a number of pieces a second, such as 100.");
        }
        return Integer.parseInt(value);
    }

    private static int help(Screen screen) {
        screen.line(HELP);
        return 0;
    }
}
