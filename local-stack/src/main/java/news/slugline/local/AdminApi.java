package news.slugline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a service for what only the ops team may ask. */
record AdminApi(URI service, String opsPassword) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a service of this installation, or of the one that the environment leads to. */
    static AdminApi of(Installation installation, Map<String, String> environment, Port port) {
        var url = environment.get("SLUGLINE_URL");
        var password = environment.get("SLUGLINE_OPS_PASSWORD");
        if (password == null) {
            password = Secrets.read(installation.secretsFile())
                    .map(Secrets::opsPassword)
                    .orElseThrow(() -> new UsageException("There is no installation in " + installation.folder()
                            + ". Start one with ./slugline up, or set SLUGLINE_URL and SLUGLINE_OPS_PASSWORD."));
        }
        return new AdminApi(url == null ? installation.url(port) : URI.create(url), password);
    }

    /**
     * Sends a request and returns the answer.
     *
     * @throws UsageException with what the service says, where it refuses
     */
    JsonNode call(String method, String path, @Nullable JsonNode body) {
        var user = Base64.getEncoder().encodeToString(("ops:" + opsPassword).getBytes(UTF_8));
        var request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Basic " + user)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new UsageException(problem(answer.statusCode(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UsageException("Nobody answers at " + service + ". Is Slugline up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String problem(int status, String body) throws IOException {
        if (status == 401) {
            return "The ops password is wrong. Set SLUGLINE_OPS_PASSWORD to that of the service.";
        }
        return body.isBlank()
                ? "The service answered " + status + "."
                : String.join("\n", Send.problem(status, JSON.readTree(body)));
    }
}
