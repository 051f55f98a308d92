package news.slugline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.slugline.ingest.DeskClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import news.slugline.ingest.DeskClient;
import news.slugline.ingest.RunningIngest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Feeds from a publisher on this machine, which is allowed by its name. */
@RunningIngest
class FeedDoorIT {

    private final DeskClient desk;
    private final DeskClient ops;
    private final JdbcClient jdbc;
    private final AtomicInteger hits = new AtomicInteger();
    private final AtomicInteger unchanged = new AtomicInteger();
    private final AtomicReference<String> words = new AtomicReference<>("first words of it");
    private final AtomicReference<String> hubForm = new AtomicReference<>("");
    private HttpServer publisher;

    FeedDoorIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        this.desk = DeskClient.withKey(port, "sesame");
        this.ops = DeskClient.ops(port);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void publish() throws IOException {
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/feed", this::feed);
        publisher.createContext("/hub", exchange -> {
            hubForm.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            answer(exchange, 202, "");
        });
        publisher.createContext("/gone", exchange -> answer(exchange, 410, ""));
        publisher.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:8099/secret");
            answer(exchange, 302, "");
        });
        publisher.start();
    }

    @AfterEach
    void stop() {
        publisher.stop(0);
    }

    @Test
    void handsInNewItemsOnceAndAChangedOneAsANewVersion() throws Exception {
        String id = add("/feed?new");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(receipts("feed-item")).hasSize(1));
        lookAgain(id);
        await().atMost(Duration.ofSeconds(30)).until(() -> unchanged.get() > 0);
        assertThat(receipts("feed-item")).hasSize(1);

        words.set("other words of it");
        lookAgain(id);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(receipts("feed-item")).hasSize(2));
        assertThat(receipts("feed-item").getFirst().path("version").asLong())
                .isGreaterThan(receipts("feed-item").getLast().path("version").asLong());
        remove(id);
    }

    @Test
    void subscribesToTheHubAndTakesOnlySignedDeliveries() throws Exception {
        String id = add("/feed?push");
        await().atMost(Duration.ofSeconds(30)).until(() -> hubForm.get().contains("hub.secret"));
        String topic = "http://localhost:" + publisher.getAddress().getPort() + "/feed?push";
        assertThat(desk.get("/websub/" + id + "?hub.mode=subscribe&hub.topic=other&hub.challenge=c")
                        .statusCode())
                .isEqualTo(404);
        var confirmed = desk.get("/websub/" + id + "?hub.mode=subscribe&hub.challenge=c42&hub.topic="
                + java.net.URLEncoder.encode(topic, UTF_8));
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(confirmed.body()).isEqualTo("c42");

        String delivery = rss("pushed-item", "pushed words");
        desk.post("/websub/" + id, "application/rss+xml", delivery.getBytes(UTF_8), "X-Hub-Signature", "sha256=00");
        assertThat(receipts("pushed-item")).isEmpty();
        String secret = jdbc.sql("select secret from feed where id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
        var mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        String signature = java.util.HexFormat.of().formatHex(mac.doFinal(delivery.getBytes(UTF_8)));
        desk.post(
                "/websub/" + id,
                "application/rss+xml",
                delivery.getBytes(UTF_8),
                "X-Hub-Signature",
                "sha256=" + signature);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(receipts("pushed-item")).hasSize(1));
        remove(id);
    }

    @Test
    void saysWhatIsWrongWithAFeedAndFollowsNoRedirectInside() throws Exception {
        String gone = add("/gone");
        String away = add("/away");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(feed(gone).path("lastError").asString("")).contains("410 Gone");
            assertThat(feed(gone).path("stopped").asBoolean()).isTrue();
            assertThat(feed(away).path("lastError").asString("")).contains("private network");
        });
        assertThat(ops.post("/admin/feeds", "application/json", "{\"desk\":\"north\",\"url\":\"file:///etc/passwd\"}")
                        .statusCode())
                .isEqualTo(400);
        remove(gone);
        remove(away);
    }

    private void feed(HttpExchange exchange) throws IOException {
        hits.incrementAndGet();
        String etag = "\"" + words.get().hashCode() + "\"";
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            answer(exchange, 304, "");
            return;
        }
        String base = "http://localhost:" + publisher.getAddress().getPort();
        exchange.getResponseHeaders().set("ETag", etag);
        if (exchange.getRequestURI().toString().endsWith("push")) {
            exchange.getResponseHeaders().add("Link", "<" + base + "/hub>; rel=\"hub\"");
            exchange.getResponseHeaders().add("Link", "<" + base + "/feed?push>; rel=\"self\"");
            answer(exchange, 200, rss("push-item", words.get()));
        } else {
            answer(exchange, 200, rss("feed-item", words.get()));
        }
    }

    private static String rss(String guid, String words) {
        return "<rss version='2.0'><channel><title>T</title><item><title>" + guid + "</title><guid>" + guid
                + "</guid><description>The " + words
                + ".</description><pubDate>Sun, 01 Mar 2026 09:00:00 GMT</pubDate></item></channel></rss>";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String add(String path) throws Exception {
        var answer = ops.post(
                "/admin/feeds",
                "application/json",
                "{\"desk\":\"north\",\"intervalSeconds\":3600,\"url\":\"http://localhost:"
                        + publisher.getAddress().getPort() + path + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).path("id").asString();
    }

    private void remove(String id) throws Exception {
        assertThat(ops.delete("/admin/feeds/" + id).statusCode()).isEqualTo(204);
    }

    private void lookAgain(String id) {
        jdbc.sql("update feed set next_at = now() where id = ?::uuid").param(id).update();
    }

    private JsonNode feed(String id) throws Exception {
        return json(ops.get("/admin/feeds"))
                .valueStream()
                .filter(feed -> feed.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private java.util.List<JsonNode> receipts(String guid) throws Exception {
        return json(desk.get("/receipts?since=2020-01-01T00:00:00Z"))
                .valueStream()
                .filter(receipt -> receipt.path("uri").asString("").endsWith(":id:" + guid))
                .toList();
    }
}
