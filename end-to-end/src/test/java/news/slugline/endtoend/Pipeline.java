package news.slugline.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import news.slugline.local.FreePorts;
import news.slugline.local.Home;
import news.slugline.local.PartFolder;
import news.slugline.local.ServiceProcess;
import news.slugline.local.TestStack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The four services from their jars, over the shared stack: one pipeline for all tests of this JVM. */
final class Pipeline {

    static final String DESK_KEY = "end-to-end-desk-key";
    private static final String OPS_PASSWORD = "end-to-end-ops-password";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> SERVICES = List.of("ingest", "enrich", "publish", "monitor");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TestStack stack = TestStack.shared();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private final Path folder;

    private Pipeline() {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "pipeline-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Integer> free = FreePorts.find(SERVICES.size());
        Map<String, Integer> ports = new HashMap<>();
        SERVICES.forEach(name -> ports.put(name, free.get(ports.size())));
        SERVICES.forEach(name -> services.put(name, service(name, ports)));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> services.values().forEach(ServiceProcess::kill)));
        services.values().forEach(ServiceProcess::start);
        services.values().forEach(service -> service.awaitHealthy(PATIENCE));
    }

    private static final class Holder {
        static final Pipeline SHARED = new Pipeline();
    }

    static Pipeline shared() {
        return Holder.SHARED;
    }

    TestStack stack() {
        return stack;
    }

    /** Ends a service as a power cut would, and starts it again at once. */
    void killAndRestart(String name) {
        services.get(name).kill();
        services.get(name).start();
    }

    void awaitHealthy() {
        services.values().forEach(service -> service.awaitHealthy(PATIENCE));
    }

    Path log(String service) {
        return folder.resolve("logs").resolve(service + ".log");
    }

    /** Hands in a piece and returns the door's answer, whatever it is. */
    HttpResponse<String> handIn(String uri, long version, String contentType, byte[] copy) {
        return send(HttpRequest.newBuilder(
                        url("ingest", "/copy?uri=" + URLEncoder.encode(uri, UTF_8) + "&version=" + version))
                .header("Authorization", "Bearer " + DESK_KEY)
                .header("Content-Type", contentType)
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofByteArray(copy))
                .build());
    }

    /** Hands in a piece that says itself which article it is. */
    HttpResponse<String> handIn(String contentType, byte[] copy) {
        return send(HttpRequest.newBuilder(url("ingest", "/copy"))
                .header("Authorization", "Bearer " + DESK_KEY)
                .header("Content-Type", contentType)
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofByteArray(copy))
                .build());
    }

    /** Hands in a piece until it is accepted, as a desk's machine would; returns the receipt id. */
    String handInUntilAccepted(String uri, long version, String copy) {
        while (true) {
            try {
                var answer = handIn(uri, version, "text/plain; charset=utf-8", copy.getBytes(UTF_8));
                if (answer.statusCode() == 202) {
                    return json(answer).path("receiptId").asString();
                }
                if (answer.statusCode() < 500) {
                    throw new AssertionError("refused: " + answer.body());
                }
            } catch (UncheckedIOException _) {
                // the door is down: that is what this is for
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    JsonNode receipt(String id) {
        return json(send(HttpRequest.newBuilder(url("ingest", "/receipts/" + id))
                .header("Authorization", "Bearer " + DESK_KEY)
                .build()));
    }

    HttpResponse<String> site(String path) {
        return send(HttpRequest.newBuilder(url("publish", path)).build());
    }

    /** Fetches an absolute URL of the site. */
    HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    JsonNode monitor(String path) {
        return json(ops("monitor", path));
    }

    HttpResponse<String> metrics(String service) {
        return ops(service, "/actuator/prometheus");
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> ops(String service, String path) {
        var credentials = Base64.getEncoder().encodeToString(("ops:" + OPS_PASSWORD).getBytes(UTF_8));
        return send(HttpRequest.newBuilder(url(service, path))
                .header("Authorization", "Basic " + credentials)
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI url(String service, String path) {
        return services.get(service).url().resolve(path);
    }

    private ServiceProcess service(String name, Map<String, Integer> ports) {
        Path jar = Home.locate().serviceJar(name + "-service");
        Map<String, String> environment = new HashMap<>();
        environment.put("SLUGLINE_PORT", ports.get(name).toString());
        environment.put("SLUGLINE_KAFKA", stack.bootstrapServers());
        environment.put("SLUGLINE_REGISTRY", stack.registryUrl());
        environment.put("SLUGLINE_DATABASE", name.equals("enrich") ? "" : stack.jdbcUrl(name));
        environment.put("SLUGLINE_DATABASE_USER", stack.databaseUser());
        environment.put("SLUGLINE_DATABASE_PASSWORD", stack.databasePassword());
        environment.put("SLUGLINE_OPS_PASSWORD", OPS_PASSWORD);
        environment.put(
                "SLUGLINE_MEDIA", folder.resolve("media").toAbsolutePath().toString());
        environment.put("SLUGLINE_SITE_URL", "http://127.0.0.1:" + ports.get("publish"));
        environment.put("SLUGLINE_DESKS_0_NAME", "wire");
        environment.put("SLUGLINE_DESKS_0_KEYSHA256", sha256(DESK_KEY));
        return new ServiceProcess(name, jar, new PartFolder(folder, name), ports.get(name), environment);
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
