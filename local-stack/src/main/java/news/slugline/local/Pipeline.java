package news.slugline.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All parts of an installation, in the order in which they start.
 *
 * <p>The parts of one group need only those of the groups before it, so they start together. They stop in reverse.
 */
record Pipeline(List<List<Part>> groups) {

    /** Every part's port, in the order in which the parts start. */
    static final List<Port> PARTS =
            List.of(Port.POSTGRES, Port.KAFKA, Port.REGISTRY, Port.INGEST, Port.ENRICH, Port.PUBLISH, Port.MONITOR);

    private static final List<Port> SERVICES = List.of(Port.INGEST, Port.ENRICH, Port.PUBLISH, Port.MONITOR);

    static Pipeline of(Installation installation, Secrets secrets) {
        var home = installation.home();
        var postgres = new Postgres(
                home, installation.part(Port.POSTGRES), installation.port(Port.POSTGRES), secrets.databasePassword());
        var kafka = new KafkaBroker(
                home, installation.part(Port.KAFKA), installation.port(Port.KAFKA), installation.port(Port.CONTROLLER));
        var registry = new Registry(
                home,
                installation.part(Port.REGISTRY),
                installation.port(Port.REGISTRY),
                postgres,
                secrets.databasePassword());
        var shared = Map.of(
                "SLUGLINE_KAFKA", kafka.bootstrapServers(),
                "SLUGLINE_REGISTRY", registry.url(),
                "SLUGLINE_DATABASE_USER", Postgres.USER,
                "SLUGLINE_DATABASE_PASSWORD", secrets.databasePassword(),
                "SLUGLINE_OPS_PASSWORD", secrets.opsPassword(),
                "SLUGLINE_ADDRESS", "127.0.0.1",
                "SLUGLINE_MEDIA", installation.mediaFolder().toString(),
                "SLUGLINE_SITE_URL", installation.url(Port.PUBLISH).toString(),
                "SLUGLINE_DESKS_0_NAME", "demo",
                "SLUGLINE_DESKS_0_KEYSHA256", secrets.deskKeySha256());
        List<Part> services = SERVICES.stream()
                .<Part>map(port -> service(installation, port, postgres, shared))
                .toList();
        return new Pipeline(List.of(List.of(postgres), List.of(kafka), List.of(registry), services));
    }

    private static ServiceProcess service(
            Installation installation, Port port, Postgres postgres, Map<String, String> shared) {
        var environment = new HashMap<>(shared);
        environment.put("SLUGLINE_PORT", Integer.toString(installation.port(port)));
        if (port == Port.INGEST && System.getenv("SLUGLINE_HOT_FOLDER") == null) {
            environment.put("SLUGLINE_HOT_FOLDER", installation.dropFolder().toString());
        }
        if (Postgres.DATABASES.contains(port.part())) {
            environment.put("SLUGLINE_DATABASE", postgres.jdbcUrl(port.part()));
        }
        var name = port.part() + "-service";
        return new ServiceProcess(
                name,
                installation.home().serviceJar(name),
                installation.part(port),
                installation.port(port),
                environment);
    }

    List<Part> parts() {
        return groups.stream().flatMap(List::stream).toList();
    }
}
