package news.slugline.schemas;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the current schemas compatible in both directions with every released version (FULL_TRANSITIVE). */
class CompatibilityTest {

    private static final Path RELEASED = Path.of("released");

    @TestFactory
    Stream<DynamicTest> currentSchemasReadAndAreReadByEveryReleasedVersion() throws IOException {
        List<Path> files;
        try (var tree = Files.walk(RELEASED)) {
            files = tree.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(RELEASED.relativize(file).toString(), () -> {
                    Schema released = new Schema.Parser().parse(file.toFile());
                    assertThat(incompatibilities(released, current(released.getName())))
                            .isEmpty();
                }));
    }

    @Test
    void namesTheFieldThatBreaksCompatibility() {
        Schema current = current("CopySettled");
        Schema older =
                new Schema.Parser().parse(current.toString().replace("\"name\":\"desk\"", "\"name\":\"bureau\""));

        assertThat(incompatibilities(older, current))
                .contains("/fields/")
                .contains("desk")
                .contains("bureau");
    }

    @Test
    void everyEventOfTheWireIsKeptInEveryRelease() throws IOException {
        try (var releases = Files.list(RELEASED)) {
            assertThat(releases.filter(Files::isDirectory)).isNotEmpty().allSatisfy(release -> {
                for (Schema schema : EventSchemas.CURRENT) {
                    assertThat(release.resolve(schema.getName() + ".avsc")).exists();
                }
            });
        }
    }

    private static Schema current(String name) {
        return EventSchemas.CURRENT.stream()
                .filter(schema -> schema.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the released event " + name + " is gone from the schemas"));
    }

    /** What stands between two versions, a line each with the path to the field; empty where they are compatible. */
    private static String incompatibilities(Schema released, Schema current) {
        return Stream.concat(oneWay(current, released), oneWay(released, current))
                .collect(joining("\n"));
    }

    private static Stream<String> oneWay(Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return result.getType() == SchemaCompatibilityType.COMPATIBLE
                ? Stream.empty()
                : result.getResult().getIncompatibilities().stream()
                        .map(problem ->
                                problem.getType() + " at " + problem.getLocation() + ": " + problem.getMessage());
    }
}
