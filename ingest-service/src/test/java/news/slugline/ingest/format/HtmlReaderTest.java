package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import news.slugline.event.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Saved pages in the habits of many systems, each beside its headline, byline and body. */
class HtmlReaderTest {

    private static final Path FOLDER = Path.of("src/test/resources/html");
    private static final Arrival ARRIVAL = new Arrival(null, Instant.parse("2026-03-04T12:00:00Z"));

    private final Formats formats = new Formats();

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void takesTheStoryFromThePage(String name) throws IOException {
        Article article = read(Files.readAllBytes(FOLDER.resolve(name + ".html")));

        assertThat(article.getHeadline() + "\n" + article.getByline().orElse("") + "\n\n" + article.getBody() + "\n")
                .isEqualTo(Files.readString(FOLDER.resolve(name + ".expected.txt")));
    }

    @Test
    void readsWhatThePageSaysOfItself() throws IOException {
        Article article = read(Files.readAllBytes(FOLDER.resolve("01-wordpress-blocks.html")));

        assertThat(article.getSection()).contains("Farming");
        assertThat(article.getLanguage()).contains("en-GB");
        assertThat(article.getSource()).contains("The Velm Courier");
        assertThat(article.getContentCreated()).contains(Instant.parse("2026-03-02T08:15:00Z"));
        assertThat(article.getCanonicalUrl()).contains("https://velm-courier.example/2026/03/growers-wrap/");
        assertThat(article.getPictures()).singleElement().satisfies(picture -> {
            assertThat(picture.getHref()).contains("https://velm-courier.example/img/orchard.jpg");
            assertThat(picture.getCaption()).contains("Straw coats at dusk.");
            assertThat(picture.getCredit()).contains("Ilse Maarten");
        });
    }

    @Test
    void readsAPageInItsOwnCharset() {
        byte[] latin =
                "<html><head><meta charset=iso-8859-1><title>Café</title></head><body><h1>Café öffnet am Fluss</h1><p>Das Café am Fluss öffnet am Montag, sagte die Wirtin.</p></body></html>"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(read(latin).getHeadline()).isEqualTo("Café öffnet am Fluss");
    }

    @Test
    void readsAPageThatAScriptWouldFillIn() {
        String story = "The quay at Garrow was closed on Tuesday after a crane sank into it by a hand's breadth. "
                + "Engineers will look at the piles on Wednesday, the harbour said, and nobody may pass until they have. "
                + "The crane, which is 31 years old, was not loaded.";
        Article article = read(
                ("<html><head><title>Quay closed as crane sinks in</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Quay closed as crane sinks in\",\"articleBody\":\""
                                + story + "\"}</script></head><body><div id='app'>Loading</div></body></html>")
                        .getBytes(UTF_8));

        assertThat(article.getBody()).isEqualTo(story);
    }

    @Test
    void distrustsABodyInTheMetadataThatThePageDoesNotShow() throws IOException {
        String page = Files.readString(FOLDER.resolve("07-brief.html"))
                .replace(
                        "</head>",
                        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                                + "Subscribe to read this story and a thousand others, whenever you like. ".repeat(9)
                                + "\"}</script></head>");

        assertThat(read(page.getBytes(UTF_8)).getBody()).doesNotContain("Subscribe");
    }

    @Test
    void endsOnPagesThatAreBuiltToHurt() {
        String deep = "<html><body>" + "<div>".repeat(100_000) + "x";
        String wide = "<html><body>" + "<p><a href=x>y</a></p>".repeat(200_000);
        String open = "<html><body>" + "<table><tr><td><b>".repeat(20_000) + "x";
        for (String page : new String[] {deep, wide, open}) {
            assertThat(formats.read(new Payload(page.getBytes(UTF_8), "text/html", null), ARRIVAL))
                    .isInstanceOf(Reading.Understood.class);
        }
    }

    static Stream<String> samples() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> name.replace(".html", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private Article read(byte[] page) {
        return ((Reading.Understood) formats.read(new Payload(page, "text/html", null), ARRIVAL))
                .copy()
                .article();
    }
}
