package news.slugline.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;

/**
 * Keeps the current schemas as a released version, from then on bound to stay compatible.
 *
 * <p>{@code mvn -pl schemas test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=news.slugline.schemas.ReleaseSchemas -Dexec.args="schemas/released/1.1.0"}
 */
final class ReleaseSchemas {

    private ReleaseSchemas() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Schema schema : EventSchemas.CURRENT) {
            Files.writeString(folder.resolve(schema.getName() + ".avsc"), schema.toString(true) + "\n");
        }
    }
}
