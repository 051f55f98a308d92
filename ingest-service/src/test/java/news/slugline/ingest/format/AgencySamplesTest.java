package news.slugline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.slugline.event.Article;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages in the habits of agencies, each beside what must be understood of it. */
class AgencySamplesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/agency");
    private static final Arrival ARRIVAL = new Arrival(null, Instant.parse("2026-03-01T12:30:00Z"));

    private final Formats formats = new Formats();

    @ParameterizedTest
    @MethodSource("samples")
    void understandsEveryFieldOfAMessage(String name) throws IOException {
        JsonNode expected = JsonMapper.shared().readTree(Files.readString(SAMPLES.resolve(name + ".json")));
        Path message;
        try (Stream<Path> files = Files.list(SAMPLES)) {
            message = files.filter(file -> file.getFileName().toString().matches(name + "\\.(?:xml|njs|txt)"))
                    .findFirst()
                    .orElseThrow();
        }
        var reading = formats.read(new Payload(Files.readAllBytes(message), null, null), ARRIVAL);
        Map<String, Object> understood = fields(((Reading.Understood) reading).copy());

        expected.propertyStream()
                .forEach(field -> assertThat(understood.get(field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(value(field.getValue())));
    }

    static Stream<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .map(file -> file.substring(0, file.length() - ".json".length()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Object value(JsonNode expected) {
        return expected.isArray()
                ? expected.valueStream().map(JsonNode::asString).toList()
                : expected.asString();
    }

    private static Map<String, Object> fields(UnderstoodCopy copy) {
        Article article = copy.article();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("providerId", article.getProviderId().orElse(""));
        fields.put("version", copy.version().map(String::valueOf).orElse(""));
        fields.put("versionCreated", copy.versionCreated().map(String::valueOf).orElse(""));
        fields.put("headline", article.getHeadline());
        fields.put("subheadline", article.getSubheadline().orElse(""));
        fields.put("slugline", article.getSlugline());
        fields.put("byline", article.getByline().orElse(""));
        fields.put("urgency", String.valueOf(article.getUrgency()));
        fields.put("pubStatus", article.getPubStatus().name());
        fields.put("language", article.getLanguage().orElse(""));
        fields.put("located", article.getLocated().orElse(""));
        fields.put("section", article.getSection().orElse(""));
        fields.put("source", article.getSource().orElse(""));
        fields.put("edNote", article.getEdNote().orElse(""));
        fields.put("subjects", article.getSubjects());
        fields.put(
                "pictures",
                article.getPictures().stream()
                        .map(picture -> picture.getHref().orElse(""))
                        .toList());
        fields.put(
                "body",
                article.getBody().isEmpty()
                        ? List.of()
                        : List.of(article.getBody().split("\n\n", -1)));
        return fields;
    }
}
