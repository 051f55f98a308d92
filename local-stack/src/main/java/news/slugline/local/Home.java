package news.slugline.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The repository on this machine, and in it what the build unpacked for the parts.
 *
 * <p>The folders exist once the build has run; nothing here checks that.
 */
public record Home(Path folder) {

    /** From the system property {@code slugline.home}, else the nearest folder upwards that holds local-stack. */
    public static Home locate() {
        var given = System.getProperty("slugline.home");
        if (given != null) {
            return new Home(Path.of(given).toAbsolutePath().normalize());
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("local-stack/pom.xml")))
                .findFirst()
                .map(Home::new)
                .orElseThrow(() -> new IllegalStateException("set -Dslugline.home to the repository's folder"));
    }

    /** What local-stack's build made. */
    public Path built() {
        return folder.resolve("local-stack/target");
    }

    /** The class path of Kafka's own programs, with the logging that they are given. */
    String kafkaClassPath() {
        return built().resolve("classes") + File.pathSeparator + built().resolve("lib") + "/*";
    }

    Path registryJar() {
        return built().resolve("registry/quarkus-run.jar");
    }

    /** The executable jar of one of the services. */
    public Path serviceJar(String service) {
        return folder.resolve(service).resolve("target").resolve(service + ".jar");
    }

    /** The java that runs us. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
