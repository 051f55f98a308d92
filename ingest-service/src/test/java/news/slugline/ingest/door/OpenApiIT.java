package news.slugline.ingest.door;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.slugline.ingest.DeskClient;
import news.slugline.ingest.RunningIngest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** The description of the interface that is served, beside the interface. */
@RunningIngest
class OpenApiIT {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final RequestMappingHandlerMapping mappings;
    private final DeskClient desk;
    private final Map<String, Object> description;

    OpenApiIT(
            @LocalServerPort int port,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings)
            throws Exception {
        this.mappings = mappings;
        this.desk = DeskClient.withKey(port, "sesame");
        this.description = new Yaml().load(desk.get("/openapi.yaml").body());
    }

    @Test
    void describesEveryOperationAndNoOther() {
        Set<String> served = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name().toLowerCase(Locale.ROOT) + " " + path)))
                .collect(toCollection(TreeSet::new));
        Set<String> described = child(description, "paths").entrySet().stream()
                .flatMap(path -> child(child(description, "paths"), path.getKey()).keySet().stream()
                        .filter(METHODS::contains)
                        .map(method -> method + " " + path.getKey()))
                .collect(toCollection(TreeSet::new));

        assertThat(described).isEqualTo(served);
    }

    @Test
    void describesEveryFieldOfItsAnswers() throws Exception {
        JsonNode answer = DeskClient.json(desk.post(
                "/copy?uri=urn:test:openapi",
                "text/plain",
                "Ferry late\n\nBy Lena Osei\n\nThe ferry was late on Monday, the port said.\n"));

        assertThat(fields("Answer")).containsAll(names(answer));
        assertThat(fields("Understood")).containsAll(names(answer.path("understood")));
        JsonNode receipt =
                DeskClient.json(desk.get("/receipts/" + answer.path("receiptId").asString()));
        assertThat(fields("Receipt")).containsAll(names(receipt));
        assertThat(fields("Desk")).containsAll(names(DeskClient.json(desk.get("/desk/me"))));
        JsonNode problem = DeskClient.json(desk.post("/copy", "application/json", "{"));
        assertThat(fields("Problem")).containsAll(names(problem));
    }

    private Set<String> fields(String schema) {
        var schemas = child(child(description, "components"), "schemas");
        return child(child(schemas, schema), "properties").keySet();
    }

    private static Set<String> names(JsonNode object) {
        return Stream.of(object).flatMap(node -> node.propertyNames().stream()).collect(toSet());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.getOrDefault(name, Map.of());
    }
}
