package news.slugline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import news.slugline.local.TestStack;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many pieces a second one instance accepts over HTTP, with broker, database and client on the same machine, and
 * whether each piece that it accepted has a receipt afterwards.
 *
 * <p>Run its main method: it warms up, then takes as much as it can, then the 500 a second that are asked for.
 */
public final class DoorBenchmark {

    private static final int CLIENTS = 48;
    private static final int WARM_UP = 6_000;
    private static final int PIECES = 10_000;
    private static final int RATE = 500;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext service;
    private final URI door;

    private DoorBenchmark(ConfigurableApplicationContext service) {
        this.service = service;
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        this.door = URI.create("http://127.0.0.1:" + port + "/copy");
    }

    /** Needs nothing: the stack is that of the integration tests. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> settings = new HashMap<>(TestStack.shared().springProperties("ingest"));
        settings.put("server.port", "0");
        settings.put("slugline.ops.password", "secret");
        settings.put("slugline.desks[0].name", "bench");
        // SHA-256 of "sesame"
        settings.put(
                "slugline.desks[0].key-sha256", "d0c04f4b1951e4aeaaec8223ed2039e542f3aae805a6fa7f6d794e5afff5d272");
        settings.put("logging.level.root", "warn");
        String[] overrides = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        try (var service = SpringApplication.run(IngestApplication.class, overrides)) {
            var bench = new DoorBenchmark(service);
            bench.measure("warm-up", WARM_UP, 0);
            bench.measure("as fast as it goes", PIECES, 0);
            bench.measure(RATE + " a second", PIECES, RATE);
        }
    }

    private void measure(String name, int pieces, int perSecond) throws Exception {
        int before = receipts();
        long start = System.nanoTime();
        var accepted = new AtomicInteger();
        List<Long> took = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Long>> sent = new ArrayList<>();
            for (int i = 0; i < pieces; i++) {
                if (perSecond > 0) {
                    LockSupport.parkNanos(start + i * 1_000_000_000L / perSecond - System.nanoTime());
                }
                sent.add(clients.submit(piece(name + " " + i, accepted)));
            }
            for (Future<Long> one : sent) {
                took.add(one.get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] sorted = took.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%s: %d of %d accepted, %.0f a second; answered in %.1f ms at the median, %.1f ms at 99 %%%n",
                name,
                accepted.get(),
                pieces,
                accepted.get() / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6);
        System.out.printf("%s: %d receipts for them%n", name, awaited(before + accepted.get()) - before);
    }

    private Callable<Long> piece(String id, AtomicInteger accepted) {
        String text = "Harbour board puts off its crane, again: " + id + "\n\nBy Lena Osei\n\n"
                + "The harbour board of Port Esker said on Monday that it would wait for steel to become cheaper.\n\n"
                        .repeat(12);
        var request = HttpRequest.newBuilder(door)
                .header("Authorization", "Bearer sesame")
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(text.getBytes(UTF_8)))
                .build();
        return () -> {
            long start = System.nanoTime();
            if (http.send(request, BodyHandlers.discarding()).statusCode() == 202) {
                accepted.incrementAndGet();
            }
            return System.nanoTime() - start;
        };
    }

    /** Receipts are a projection of the journal: they follow it. */
    private int awaited(int wanted) {
        long patience = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        int found = receipts();
        while (found < wanted && System.nanoTime() < patience) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            found = receipts();
        }
        return found;
    }

    private int receipts() {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from receipt")
                .query(Integer.class)
                .single();
    }
}
