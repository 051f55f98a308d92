package news.slugline.publish.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.slugline.event.PubStatus;
import news.slugline.publish.OnTestStack;
import news.slugline.publish.Pieces;
import news.slugline.publish.SettableClock;
import news.slugline.publish.Site;
import news.slugline.publish.settle.Publication;
import news.slugline.publish.story.Sha256;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnTestStack
class SiteIT {

    private final String uri = "urn:test:" + UUID.randomUUID();
    private final String section = "Section " + UUID.randomUUID();
    private final String sectionPath =
            "/section/" + section.toLowerCase(Locale.ROOT).replace(' ', '-');
    private final String picture = Sha256.hex(uri.getBytes(UTF_8));

    @Autowired
    private Publication publication;

    @Autowired
    private SettableClock clock;

    private Site site;

    @BeforeEach
    void visit(@LocalServerPort int port) {
        site = new Site(port);
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void showsEverythingThatAStoryHas() {
        publication.publish(
                Pieces.of(uri).section(section).withPictures(picture).build());

        Document page = Site.html(site.story(uri));

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1").eachText()).containsExactly("Harbour bridge opens after nine years");
        assertThat(page.select(".standfirst").text()).isEqualTo("Nine years late, and nobody minded");
        assertThat(page.select(".by").text()).isEqualTo("By Ada Quist in Port Alder");
        assertThat(page.select(".dateline").text()).isEqualTo("PORT ALDER");
        assertThat(page.select(".body p").eachText())
                .containsExactly("PORT ALDER — The first trams crossed at dawn.", "Thousands walked behind them.");
        assertThat(Instant.parse(page.select("time").attr("datetime"))).isEqualTo(clock.instant());
        assertThat(page.select("figure.lead img").attr("alt")).isEqualTo("A tram on a bridge");
        assertThat(page.select("figure.lead source").attr("srcset"))
                .isEqualTo("/media/%1$s/thumbnail.jpg 150w, /media/%1$s/small.jpg 480w, /media/%1$s/large.jpg 1280w"
                        .formatted(picture));
        assertThat(page.select("figure.lead .caption").text()).isEqualTo("The first tram");
        assertThat(page.select("figure.lead .credit").text()).isEqualTo("Ida Moreau");
        assertThat(page.select(".captioned .caption").text()).isEqualTo("The mayor waves");
        assertThat(page.select(".kicker a").attr("href")).isEqualTo(sectionPath);
        assertThat(page.select(".chips a").eachAttr("href"))
                .containsExactly("/tag/medtop-transport", "/entity/place/port-alder");
    }

    @Test
    void describesTheStoryToMachines() {
        var piece = Pieces.of(uri).section(section).withPictures(picture).build();
        publication.publish(piece);

        HttpResponse<String> answer = site.story(uri);
        Document page = Site.html(answer);
        JsonNode json = JsonMapper.shared()
                .readTree(page.select("script[type=application/ld+json]").html());
        String canonical = "https://news.example" + answer.uri().getRawPath();

        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(canonical);
        assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo(canonical);
        assertThat(page.select("meta[property=og:type]").attr("content")).isEqualTo("article");
        assertThat(page.select("meta[property=og:image]").attr("content"))
                .isEqualTo("https://news.example/media/" + picture + "/large.jpg");
        assertThat(page.select("meta[name=description]").attr("content")).isNotEmpty();
        assertThat(json.path("@type").asString()).isEqualTo("NewsArticle");
        assertThat(json.path("headline").asString()).isEqualTo("Harbour bridge opens after nine years");
        assertThat(json.path("author").path(0).path("name").asString()).isEqualTo("Ada Quist");
        assertThat(json.path("dateline").asString()).isEqualTo("PORT ALDER");
        assertThat(json.path("image")).hasSize(3);
        assertThat(answer.headers().firstValue("Slugline-Transaction-Id"))
                .hasValue(piece.getReceipt().getId());
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
        assertThat(page.select("[style], [onclick], script:not([type])")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('x')</script>",
                "</script><img src=x onerror=alert(1)>",
                "Tea & \"sympathy\" for 'all'",
                "Storm 🌪️ over 東京",
                "A&lt;b stays as it is",
                "${7*7} @if(true) {{x}}"
            })
    void keepsHostileWordsAsWords(String words) {
        publication.publish(
                Pieces.of(uri).section(section).headline(words).body(words).build());

        Document page = Site.html(site.story(uri));
        JsonNode json = JsonMapper.shared()
                .readTree(page.select("script[type=application/ld+json]").html());

        assertThat(page.select("h1").text()).isEqualTo(words);
        assertThat(page.select("title").text()).startsWith(words);
        assertThat(page.select("script")).hasSize(1);
        assertThat(json.path("headline").asString()).isEqualTo(words);
        assertThat(Site.html(site.get(sectionPath)).select("h2").text()).isEqualTo(words);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void writesEachLanguageInItsDirection(String language, String direction, String headline) {
        publication.publish(Pieces.of(uri)
                .section(section)
                .language(language)
                .headline(headline)
                .build());

        Document page = Site.html(site.story(uri));

        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("html").attr("dir")).isEqualTo(direction);
        assertThat(Site.html(site.get(sectionPath)).select("article").attr("dir"))
                .isEqualTo(direction);
    }

    static Stream<Arguments> scripts() {
        return Stream.of(
                arguments("ar", "rtl", "افتتاح الجسر بعد تسع سنوات"),
                arguments("he", "rtl", "הגשר נפתח אחרי תשע שנים"),
                arguments("ja", "ltr", "九年を経て橋が開通"),
                arguments("az-Arab", "rtl", "کؤرپو آچیلدی"));
    }

    @Test
    void leadsEveryOtherAddressToTheCanonicalOne() {
        publication.publish(Pieces.of(uri).build());
        String path = site.story(uri).uri().getRawPath();
        String id = path.split("/", -1)[2];

        for (String other : new String[] {"/stories/" + id, "/stories/" + id + "/old-words"}) {
            HttpResponse<String> answer = site.get(other);
            assertThat(answer.statusCode()).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith(path));
        }
    }

    @Test
    void keepsTheAddressWhenTheHeadlineChanges() {
        publication.publish(Pieces.of(uri).headline("First words").build());
        String path = site.story(uri).uri().getPath();
        publication.publish(Pieces.of(uri).version(2).headline("Other words").build());

        assertThat(site.get(path).body()).contains("Other words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/feed.rss", "story"})
    void answersNotModifiedUntilSomethingVisibleChanges(String what) {
        publication.publish(Pieces.of(uri).section(section).build());
        String path = what.equals("story") ? site.story(uri).uri().getPath() : sectionPath + what;
        HttpResponse<String> first = site.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String changed = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(site.get(path, "If-Modified-Since", changed).statusCode()).isEqualTo(304);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");

        publication.publish(Pieces.of(uri)
                .version(2)
                .section(section)
                .headline("Other words")
                .build());
        assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void listsStoriesInPagesWithTheirFeed() {
        IntStream.range(0, 25)
                .forEach(i -> publication.publish(Pieces.ofNewStory()
                        .section(section)
                        .headline("Story number " + i)
                        .build()));

        Document first = Site.html(site.get(sectionPath));
        Document second = Site.html(site.get(sectionPath + "?page=2"));

        assertThat(first.select("h1").text()).isEqualTo(section);
        assertThat(first.select("article")).hasSize(20);
        assertThat(second.select("article")).hasSize(5);
        assertThat(first.select("a[rel=next]").attr("href")).isEqualTo(sectionPath + "?page=2");
        assertThat(second.select("a[rel=prev]").attr("href")).isEqualTo(sectionPath);
        assertThat(first.select("link[rel=alternate][type=application/rss+xml]").attr("href"))
                .isEqualTo(sectionPath + "/feed.rss");
        assertThat(site.get(sectionPath + "?page=3").statusCode()).isEqualTo(404);
        assertThat(site.get(sectionPath + "?page=x").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tag/medtop-transport", "/entity/place/port-alder"})
    void everyListHasAFeed(String path) {
        publication.publish(Pieces.of(uri).build());

        Document page = Site.html(site.get(path));
        HttpResponse<String> feed = site.get(page.select("link[rel=alternate]").attr("href"));

        assertThat(page.select("h2").eachText()).contains("Harbour bridge opens after nine years");
        assertThat(feed.headers().firstValue("Content-Type")).hasValue("application/rss+xml;charset=UTF-8");
        assertThat(feed.body()).contains(uri);
    }

    @Test
    void putsTheMostUrgentOfTheNewestStoriesFirst() {
        publication.publish(Pieces.of(uri).urgency(1).headline("Flash words").build());
        publication.publish(Pieces.ofNewStory().headline("Routine words").build());

        assertThat(Site.html(site.get("/")).select("article.lead h2").text()).isEqualTo("Flash words");
        publication.publish(Pieces.of(uri).version(2).status(PubStatus.canceled).build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nowhere", "/stories/0/none", "/section/none", "/tag/none", "/entity/person/none", "/?page=0"})
    void saysInAPageThatThereIsNothing(String path) {
        HttpResponse<String> answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Site.html(answer).select("h1").text()).isEqualTo("Not found");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void servesPicturesOfVisibleStoriesOnly() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/test-media", picture.substring(0, 2), picture));
        Files.writeString(folder.resolve("large.jpg"), "a picture");
        String path = "/media/" + picture + "/large.jpg";
        assertThat(site.get(path).statusCode()).isEqualTo(404);

        publication.publish(Pieces.of(uri).withPictures(picture).build());

        HttpResponse<String> answer = site.get(path);
        assertThat(answer.body()).isEqualTo("a picture");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(site.get(
                                path,
                                "If-None-Match",
                                answer.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        publication.publish(Pieces.of(uri).version(2).status(PubStatus.canceled).build());
        assertThat(site.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fpom.xml", "..", "large.jpg%00.txt", "%2e%2e", "..%5cpom.xml"})
    void letsNoPathOutOfTheMediaFolder(String name) {
        assertThat(site.get("/media/" + picture + "/" + name).statusCode()).isBetween(400, 404);
    }
}
