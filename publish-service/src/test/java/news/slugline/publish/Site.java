package news.slugline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import news.slugline.publish.story.StoryId;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads the site as a browser would. */
public final class Site {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;

    public Site(int port) {
        root = "http://127.0.0.1:" + port;
    }

    /** The headers are names and values in turn. */
    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends a form, as a browser does; the answer is not followed. */
    public HttpResponse<String> post(String path, String form, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** The story's page at whatever its canonical address is. */
    public HttpResponse<String> story(String uri, String... headers) {
        var answer = get("/stories/" + StoryId.of(uri), headers);
        return answer.statusCode() == 301
                ? get(answer.headers().firstValue("Location").orElseThrow(), headers)
                : answer;
    }

    /** Fails where a browser would have had to mend the HTML. */
    public static Document html(HttpResponse<String> answer) {
        var parser = Parser.htmlParser().setTrackErrors(100);
        Document document = parser.parseInput(answer.body(), "https://news.example/");
        assertThat(parser.getErrors()).isEmpty();
        return document;
    }
}
