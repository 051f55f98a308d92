package news.slugline.publish.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.slugline.publish.Pieces.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import news.slugline.event.ArticleEnriched;
import news.slugline.publish.Pieces;
import news.slugline.publish.story.SiteProperties;
import news.slugline.publish.story.Story;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RssChannelTest {

    private static final SiteProperties SITE =
            new SiteProperties(URI.create("https://news.example"), "The Example", Locale.ENGLISH);
    private static final String PICTURE = "ab".repeat(32);

    private final RssChannel channel = new RssChannel();

    @Test
    void carriesFullTextAuthorTopicsAndPicture() throws Exception {
        var entry = read(Pieces.of("urn:test:1").withPictures(PICTURE).build())
                .getEntries()
                .getFirst();

        assertThat(entry.getTitle()).isEqualTo("Harbour bridge opens after nine years");
        assertThat(entry.getUri()).isEqualTo("urn:test:1");
        assertThat(entry.getLink()).startsWith("https://news.example/stories/");
        assertThat(entry.getPublishedDate()).isEqualTo(NOON);
        assertThat(entry.getDescription().getValue()).isEqualTo("Nine years late, and nobody minded");
        assertThat(((DCModule) entry.getModule(DCModule.URI)).getCreators()).containsExactly("Ada Quist");
        assertThat(entry.getCategories()).singleElement().satisfies(category -> {
            assertThat(category.getName()).isEqualTo("transport");
            assertThat(category.getTaxonomyUri()).isEqualTo("http://cv.iptc.org/newscodes/mediatopic/");
        });
        var text = Jsoup.parseBodyFragment(entry.getContents().getFirst().getValue());
        assertThat(text.select("p").eachText())
                .containsExactly("The first trams crossed at dawn.", "Thousands walked behind them.");
        assertThat(text.select("img").attr("src")).isEqualTo("https://news.example/media/" + PICTURE + "/large.jpg");
        assertThat(text.select("figcaption").eachText())
                .containsExactly("The first tram (Ida Moreau)", "The mayor waves (Harbour News)");
    }

    @Test
    void describesThePictureInMediaRss() throws Exception {
        var document = parse(
                channel.write(feed(Pieces.of("urn:test:1").withPictures(PICTURE).build())));
        var contents = document.getElementsByTagNameNS("http://search.yahoo.com/mrss/", "content");

        assertThat(contents.getLength()).isEqualTo(1);
        var content = (org.w3c.dom.Element) contents.item(0);
        assertThat(content.getAttribute("url")).endsWith("/large.jpg");
        assertThat(content.getAttribute("medium")).isEqualTo("image");
        assertThat(content.getElementsByTagNameNS("*", "credit").item(0).getTextContent())
                .isEqualTo("Ida Moreau");
        assertThat(content.getElementsByTagNameNS("*", "description").item(0).getTextContent())
                .isEqualTo("The first tram");
        assertThat(content.getElementsByTagNameNS("*", "thumbnail").getLength()).isEqualTo(1);
    }

    @Test
    void hasTheElementsThatTheStandardRequires() throws Exception {
        var document = parse(channel.write(feed(Pieces.of("urn:test:1").build())));
        var root = document.getDocumentElement();

        assertThat(root.getTagName()).isEqualTo("rss");
        assertThat(root.getAttribute("version")).isEqualTo("2.0");
        for (String required : List.of("title", "link", "description", "language", "lastBuildDate")) {
            assertThat(root.getElementsByTagName(required).getLength())
                    .as(required)
                    .isPositive();
        }
        var self = (org.w3c.dom.Element) root.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "link")
                .item(0);
        assertThat(self.getAttribute("rel")).isEqualTo("self");
        assertThat(self.getAttribute("href")).isEqualTo("https://news.example/feed.rss");
        assertThat(root.getElementsByTagName("pubDate").item(0).getTextContent())
                .isEqualTo("Sun, 1 Mar 2026 12:00:00 GMT");
        assertThat(((org.w3c.dom.Element) root.getElementsByTagName("guid").item(0)).getAttribute("isPermaLink"))
                .isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "Tea & \"sympathy\" for 'all'",
                "]]> ends nothing",
                "Storm 🌪️ over 東京",
                "افتتاح الجسر بعد تسع سنوات",
                "&amp;lt; stays as it is"
            })
    void keepsHostileWordsAsWords(String words) throws Exception {
        var entry = read(Pieces.of("urn:test:1").headline(words).body(words).build())
                .getEntries()
                .getFirst();

        assertThat(entry.getTitle()).isEqualTo(words);
        var text = Jsoup.parseBodyFragment(entry.getContents().getFirst().getValue());
        assertThat(text.select("script")).isEmpty();
        assertThat(text.select("p").text()).isEqualTo(words);
    }

    @Test
    void dropsCharactersThatXmlForbids() throws Exception {
        var entry = read(Pieces.of("urn:test:1")
                        .headline("Be\u0000ll\u0007 \uD800rings\uFFFE")
                        .build())
                .getEntries()
                .getFirst();

        assertThat(entry.getTitle()).isEqualTo("Bell rings");
    }

    @Test
    void givesTheSameBytesForTheSameStories() {
        var piece = Pieces.of("urn:test:1").withPictures(PICTURE).build();

        assertThat(channel.write(feed(piece))).isEqualTo(channel.write(feed(piece)));
    }

    private SyndFeed read(ArticleEnriched piece) throws Exception {
        return new SyndFeedInput().build(new StringReader(new String(channel.write(feed(piece)), UTF_8)));
    }

    private static Feed feed(ArticleEnriched piece) {
        return new Feed(SITE, SITE.name(), "/", "/feed.rss", List.of(new Story("1a", "bridge", NOON, NOON, piece)));
    }

    private static org.w3c.dom.Document parse(byte[] xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }
}
