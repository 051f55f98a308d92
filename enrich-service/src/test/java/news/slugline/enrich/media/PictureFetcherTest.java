package news.slugline.enrich.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFetcherTest {

    private final PictureFetcher fetcher = new PictureFetcher(List.of("127.0.0.1/32"));
    private final byte[] picture = {1, 2, 3};
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/picture.jpg", 200, "image/jpeg", picture);
        answer("/page", 200, "text/html; charset=utf-8", picture);
        answer("/large.jpg", 200, "image/jpeg", new byte[15 * 1024 * 1024 + 1]);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, int status, String type, byte[] content) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
    }

    @Test
    void fetchesAPictureAlsoBehindARedirect() {
        assertThat(fetcher.fetch(at("/picture.jpg")))
                .isInstanceOfSatisfying(
                        PictureFetcher.Outcome.Fetched.class,
                        got -> assertThat(got.content()).isEqualTo(picture));
        assertThat(fetcher.fetch(at("/moved?/picture.jpg"))).isInstanceOf(PictureFetcher.Outcome.Fetched.class);
    }

    @Test
    void refusesPrivateAddressesAlsoBehindARedirect() {
        var strict = new PictureFetcher(List.of());

        assertThat(strict.fetch(at("/picture.jpg"))).isInstanceOf(PictureFetcher.Outcome.Refused.class);
        assertThat(fetcher.fetch(
                        at("/moved?http://127.0.0.2:" + server.getAddress().getPort() + "/picture.jpg")))
                .isInstanceOf(PictureFetcher.Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/a.jpg",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/a.jpg",
                "http://[::ffff:127.0.0.2]/a.jpg",
                "http://localhost/a.jpg",
                "http://0.0.0.0/a.jpg",
                "http://2130706433/a.jpg",
                "file:///etc/passwd",
                "ftp://example.com/a.jpg",
                "no address"
            })
    void refusesWhatIsNoPublicWebAddress(String address) {
        assertThat(new PictureFetcher(List.of()).fetch(address)).isInstanceOf(PictureFetcher.Outcome.Refused.class);
    }

    @Test
    void refusesWhatIsNoPictureOrTooLargeOrNotThere() {
        assertThat(refusal("/page")).contains("text/html");
        assertThat(refusal("/large.jpg")).contains("larger");
        assertThat(refusal("/nowhere")).contains("404");
    }

    private String refusal(String path) {
        return fetcher.fetch(at(path)) instanceof PictureFetcher.Outcome.Refused(var reason) ? reason : "";
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
