package news.slugline.ingest.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A small piece of each format that has no folder of samples, for the fuzzer to begin with. */
final class Seeds {

    private static final List<String> TEXTS = List.of(
            "<newsItem guid='u' version='1'><itemMeta><pubStatus qcode='stat:usable'/></itemMeta><contentMeta><headline>H</headline></contentMeta><contentSet><inlineXML><html><body><p>B.</p></body></html></inlineXML></contentSet></newsItem>",
            "<NewsML><NewsItem><Identification><NewsIdentifier><RevisionId Update='N'>2</RevisionId></NewsIdentifier></Identification><NewsManagement><Status FormalName='Usable'/></NewsManagement><NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines><ContentItem><DataContent><p>B.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
            "<nitf><head><docdata><date.issue norm='20260301T100000Z'/></docdata></head><body><body.head><hedline><hl1>H</hl1></hedline></body.head><body.content><p>B.</p></body.content></body></nitf>",
            "<rss version='2.0'><channel><title>T</title><item><title>H</title><guid>g</guid><description>B.</description></item></channel></rss>",
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>i</id><title>H</title><content type='html'>&lt;p&gt;B.&lt;/p&gt;</content></entry></feed>",
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"content_html\":\"<p>B.\"}]}",
            "{\"uri\":\"u\",\"headlines\":[{\"value\":\"H\"}],\"bodies\":[{\"value\":\"B.\"}],\"embargoedUntil\":\"2030-01-01T00:00:00Z\"}",
            "{\"headline\":\"A\"}\n{\"headline\":\"B\"}\n",
            "From: a@b.example\r\nSubject: H\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nB b b.\r\n--b--\r\n",
            "\u0001nna0123 3 pl 87 nna 0045\r\n\u0002H\r\n\r\nB b b b b.\r\n\u0003\r\n011204 MEZ Mar 26\r\n\u0004",
            "EMBARGOED UNTIL 2030-03-01 06:00 GMT\n\nH\n\nBy A B\n\nB b b b b b.\n");

    private Seeds() {}

    static Stream<byte[]> all() {
        return Stream.concat(
                TEXTS.stream().map(text -> text.getBytes(ISO_8859_1)),
                Stream.of("jpeg", "png", "gif", "tiff").map(Seeds::picture));
    }

    private static byte[] picture(String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
