package news.slugline.publish.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import news.slugline.event.Picture;
import news.slugline.event.Rendition;
import news.slugline.event.Tag;
import news.slugline.publish.story.Pictures;
import news.slugline.publish.story.SiteProperties;
import news.slugline.publish.story.Story;
import org.springframework.stereotype.Component;

/**
 * Writes RSS 2.0 (rssboard.org/rss-specification) with the full text (content), authors (Dublin Core) and pictures
 * (Media RSS 1.5.1).
 *
 * <p>An item's guid is the article's uri and no link, because it outlives every address. {@code pubDate} says when the
 * story was first published, {@code dc:date} when it last changed. The bytes depend on the stories alone.
 */
@Component
public class RssChannel {

    public static final String MEDIA_TYPE = "application/rss+xml;charset=UTF-8";

    private static final String MEDIA_TOPICS = "http://cv.iptc.org/newscodes/mediatopic/";
    private static final DateTimeFormatter RFC_822 = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

    public byte[] write(Feed feed) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = new LegalXml(factory.createXMLStreamWriter(bytes, UTF_8.name()));
            xml.startDocument();
            xml.start("rss");
            xml.attribute("version", "2.0");
            for (var prefix : LegalXml.Prefix.values()) {
                xml.namespace(prefix);
            }
            channel(feed, xml);
            xml.end();
            xml.endDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        return bytes.toByteArray();
    }

    private static void channel(Feed feed, LegalXml xml) throws XMLStreamException {
        xml.start("channel");
        xml.element("title", feed.title());
        xml.element("link", feed.site().absolute(feed.path()));
        xml.element("description", "The newest stories: " + feed.title());
        xml.element("language", feed.language().toLanguageTag());
        xml.element("lastBuildDate", rfc822(feed.updatedAt()));
        xml.element("generator", "Slugline");
        xml.start(LegalXml.Prefix.atom, "link");
        xml.attribute("rel", "self");
        xml.attribute("type", "application/rss+xml");
        xml.attribute("href", feed.site().absolute(feed.selfPath()));
        xml.end();
        for (Story story : feed.stories()) {
            item(story, feed.site(), xml);
        }
        xml.end();
    }

    private static void item(Story story, SiteProperties site, LegalXml xml) throws XMLStreamException {
        xml.start("item");
        xml.element("title", story.article().getHeadline());
        xml.element("link", site.absolute(story.path()));
        xml.element("description", story.summary());
        xml.start("guid");
        xml.attribute("isPermaLink", "false");
        xml.text(story.article().getUri());
        xml.end();
        xml.element("pubDate", rfc822(story.firstPublishedAt()));
        xml.element(LegalXml.Prefix.dc, "date", story.updatedAt().toString());
        for (String creator : story.creators()) {
            xml.element(LegalXml.Prefix.dc, "creator", creator);
        }
        for (Tag tag : story.tags()) {
            category(tag, xml);
        }
        xml.element(LegalXml.Prefix.content, "encoded", FullText.of(story, site));
        for (Picture picture : story.article().getPictures()) {
            if (!picture.getRenditions().isEmpty()) {
                media(picture, site, xml);
            }
        }
        xml.end();
    }

    private static void category(Tag tag, LegalXml xml) throws XMLStreamException {
        xml.start("category");
        xml.attribute("domain", tag.getQcode().startsWith("medtop:") ? MEDIA_TOPICS : tag.getQcode());
        xml.text(tag.getName());
        xml.end();
    }

    private static void media(Picture picture, SiteProperties site, LegalXml xml) throws XMLStreamException {
        Rendition largest = Pictures.largest(picture);
        xml.start(LegalXml.Prefix.media, "content");
        xml.attribute("url", site.absolute(largest.getHref()));
        xml.attribute("fileSize", Long.toString(largest.getSizeInBytes()));
        xml.attribute("type", largest.getContentType());
        xml.attribute("medium", "image");
        xml.attribute("width", Integer.toString(largest.getWidth()));
        xml.attribute("height", Integer.toString(largest.getHeight()));
        if (picture.getCaption().isPresent()) {
            xml.start(LegalXml.Prefix.media, "description");
            xml.attribute("type", "plain");
            xml.text(picture.getCaption().get());
            xml.end();
        }
        var thumbnail = Pictures.thumbnail(picture);
        if (thumbnail.isPresent()) {
            thumbnail(thumbnail.get(), site, xml);
        }
        if (picture.getCredit().isPresent()) {
            xml.element(LegalXml.Prefix.media, "credit", picture.getCredit().get());
        }
        xml.end();
    }

    private static void thumbnail(Rendition thumbnail, SiteProperties site, LegalXml xml) throws XMLStreamException {
        xml.start(LegalXml.Prefix.media, "thumbnail");
        xml.attribute("url", site.absolute(thumbnail.getHref()));
        xml.attribute("width", Integer.toString(thumbnail.getWidth()));
        xml.attribute("height", Integer.toString(thumbnail.getHeight()));
        xml.end();
    }

    private static String rfc822(Instant instant) {
        return RFC_822.format(instant);
    }
}
