package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import news.slugline.event.Article;
import news.slugline.event.PubStatus;
import org.junit.jupiter.api.Test;

/** Feeds, exports of WordPress, and mail, as they come in. */
class FeedAndMailTest {

    private static final Arrival ARRIVAL = new Arrival(null, Instant.parse("2026-03-01T12:00:00Z"));

    private final Formats formats = new Formats();

    @Test
    void takesAnRssFeedApart() {
        var pieces = formats.pieces(payload("""
                <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
                <channel><title>Velm Courier</title><language>en</language><link>https://velm.example</link>
                <item><title>Frost &amp;amp; straw</title><guid isPermaLink="false">velm-1</guid><link>https://velm.example/1</link><dc:creator>Tomas Ried</dc:creator><pubDate>Sun, 01 Mar 2026 09:00:00 EST</pubDate>
                <category>medtop:20000210</category><category>Farming</category><description>Teaser&nbsp;only.</description><content:encoded><![CDATA[<p>Growers wrap their trees.</p><p>Straw is dear.</p>]]></content:encoded>
                <media:content url="https://velm.example/1.jpg" medium="image"><media:description>Straw coats</media:description><media:credit>Ilse Maarten</media:credit></media:content></item>
                <item><title>Second</title><guid>velm-2</guid><description>Only a summary here.</description></item></channel></rss>"""));
        assertThat(pieces).hasSize(2);

        var copy = understood(pieces.getFirst());
        Article article = copy.article();
        assertThat(article.getHeadline()).isEqualTo("Frost & straw");
        assertThat(article.getProviderId()).contains("velm-1");
        assertThat(article.getByline()).contains("Tomas Ried");
        assertThat(article.getBody()).isEqualTo("Growers wrap their trees.\n\nStraw is dear.");
        assertThat(copy.versionCreated()).contains(Instant.parse("2026-03-01T14:00:00Z"));
        assertThat(article.getSubjects()).containsExactly("medtop:20000210");
        assertThat(article.getKeywords()).containsExactly("Farming");
        assertThat(article.getLanguage()).contains("en");
        assertThat(article.getSource()).contains("Velm Courier");
        assertThat(article.getPictures()).singleElement().satisfies(picture -> {
            assertThat(picture.getCaption()).contains("Straw coats");
            assertThat(picture.getCredit()).contains("Ilse Maarten");
        });
        assertThat(understood(pieces.getLast()).article().getBody()).isEqualTo("Only a summary here.");
    }

    @Test
    void readsAtomAndItsTombstones() {
        var pieces = formats.pieces(payload("""
                <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="fr"><title>Le Quai</title>
                <entry><id>tag:quai.example,2026:1</id><title>Le bac repart</title><updated>2026-03-01T10:00:00Z</updated><author><name>Nadia Brandt</name></author>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Le bac a repris son service.</p></div></content></entry>
                <at:deleted-entry ref="tag:quai.example,2026:0" when="2026-03-01T11:00:00Z"/></feed>"""));

        var entry = understood(pieces.getFirst()).article();
        assertThat(entry.getProviderId()).contains("tag:quai.example,2026:1");
        assertThat(entry.getBody()).isEqualTo("Le bac a repris son service.");
        assertThat(entry.getLanguage()).contains("fr");
        var gone = understood(pieces.getLast());
        assertThat(gone.notice().order()).isEqualTo(Notice.Order.KILL);
        assertThat(gone.article().getProviderId()).contains("tag:quai.example,2026:0");
        assertThat(gone.article().getPubStatus()).isEqualTo(PubStatus.canceled);
    }

    @Test
    void readsOlderFeeds() {
        assertThat(understood(payload("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="x"><title>Old</title></channel><item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link><description>It was so.</description><dc:date>2026-03-01T10:00:00+01:00</dc:date></item></rdf:RDF>""")).article().getProviderId()).contains("https://old.example/1");
    }

    @Test
    void readsJsonFeed() {
        var article = understood(payload("""
                {"version":"https://jsonfeed.org/version/1.1","title":"Quay","language":"en","items":[{"id":"q1","url":"https://quay.example/1","title":"Berth","content_html":"<p>One.</p><p>Two.</p>","authors":[{"name":"Leo Ferrand"}],"tags":["port"],"date_published":"2026-03-01T09:00:00Z"}]}""")).article();

        assertThat(article.getBody()).isEqualTo("One.\n\nTwo.");
        assertThat(article.getProviderId()).contains("q1");
        assertThat(article.getByline()).contains("Leo Ferrand");
    }

    @Test
    void takesTheStoriesOfAWordPressExportWithTheirPictures() {
        var pieces = formats.pieces(payload("""
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><title>Blog</title><wp:wxr_version>1.2</wp:wxr_version>
                <item><title>Spring</title><guid>https://blog.example/?p=7</guid><dc:creator>ada</dc:creator><content:encoded><![CDATA[<!-- wp:paragraph -->First of it.

                Second of it.[gallery ids="1"]]]></content:encoded><excerpt:encoded><![CDATA[no]]></excerpt:encoded><wp:post_id>7</wp:post_id><wp:post_date_gmt>2026-03-01 08:00:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
                <item><title>img</title><wp:post_id>8</wp:post_id><wp:post_parent>7</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://blog.example/a.jpg</wp:attachment_url><wp:status>inherit</wp:status></item>
                <item><title>Draft</title><guid>d</guid><content:encoded><![CDATA[Not yet.]]></content:encoded><wp:post_id>9</wp:post_id><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>"""));

        assertThat(pieces).hasSize(2);
        var spring = understood(pieces.getFirst()).article();
        assertThat(spring.getBody()).isEqualTo("First of it.\n\nSecond of it.");
        assertThat(spring.getPictures())
                .extracting(picture -> picture.getHref().orElse(""))
                .containsExactly("https://blog.example/a.jpg");
        assertThat(understood(pieces.getLast()).article().getPubStatus()).isEqualTo(PubStatus.withheld);
    }

    @Test
    void readsAMailWithoutItsSignatureAndQuotes() {
        var copy = understood(payload("""
                From: =?utf-8?Q?Lena_=C3=98sei?= <lena@desk.example>
                To: copy@slugline.example
                Subject: Fwd: =?utf-8?B?SGFyYm91ciBjcmFuZSB0b3BwbGVz?=
                Date: Sun, 1 Mar 2026 09:00:00 +0100
                Message-ID: <m1@desk.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                Harbour crane topples in storm

                By Lena Osei

                A crane fell into the caf=E9 at the harbour early on Sunday, the port said =
                in a statement.

                > older words of somebody
                --\s
                Lena Osei, Northern News Agency
                --b
                Content-Type: application/msword; name=plan.doc
                Content-Disposition: attachment; filename=plan.doc

                x
                --b--
                """.replace("\n", "\r\n")));
        Article article = copy.article();

        assertThat(article.getHeadline()).isEqualTo("Harbour crane topples in storm");
        assertThat(article.getByline()).contains("By Lena Osei");
        assertThat(article.getBody())
                .isEqualTo("A crane fell into the café at the harbour early on Sunday, the port said in a statement.");
        assertThat(article.getProviderId()).contains("m1@desk.example");
        assertThat(article.getEdNote().orElse("")).contains("lena@desk.example", "plan.doc");
        assertThat(copy.versionCreated()).contains(Instant.parse("2026-03-01T08:00:00Z"));
    }

    @Test
    void takesTheAttachedCopyWhereTheMailIsACoverNote() {
        var article = understood(payload("""
                From: a@desk.example
                Subject: Story for today
                Message-ID: <m2@desk.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                Please find the story attached.
                --b
                Content-Type: application/json
                Content-Disposition: attachment; filename=story.json

                {"headline":"Attached","body_text":"The attached words."}
                --b--
                """.replace("\n", "\r\n"))).article();

        assertThat(article.getHeadline()).isEqualTo("Attached");
        assertThat(article.getProviderId()).contains("m2@desk.example");
    }

    private UnderstoodCopy understood(Payload payload) {
        Reading reading = formats.read(payload, ARRIVAL);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).copy();
    }

    private static Payload payload(String text) {
        return new Payload(text.getBytes(UTF_8), null, null);
    }
}
