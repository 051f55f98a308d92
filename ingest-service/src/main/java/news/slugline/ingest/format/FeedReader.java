package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.Notice.Order;
import news.slugline.ingest.format.html.Markup;
import news.slugline.ingest.format.xml.Nodes;
import news.slugline.ingest.format.xml.Xml;
import org.jsoup.Jsoup;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 (RFC 4287), with content, Dublin Core, Media RSS and tombstones (RFC 6721),
 * and WordPress exports (WXR), which are RSS with more.
 *
 * <p>A feed is one piece for each item, with the head of its channel.
 */
final class FeedReader implements Format {

    private static final Set<String> ROOTS = Set.of("rss", "RDF", "feed", "entry", "item", "deleted-entry");
    private static final Set<String> ITEMS = Set.of("item", "entry", "deleted-entry");

    @Override
    public boolean recognises(Payload payload) {
        return ROOTS.contains(payload.rootElement());
    }

    @Override
    public List<Payload> pieces(Payload payload) {
        try {
            Document document = Xml.read(payload.content());
            List<Element> items = items(document.getDocumentElement());
            boolean isWordPress = WordPress.isExport(document.getDocumentElement());
            List<Element> stories =
                    isWordPress ? items.stream().filter(WordPress::isStory).toList() : items;
            return stories.isEmpty() || items.size() == 1
                    ? List.of(payload)
                    : stories.stream()
                            .map(item -> piece(document, item, items, payload))
                            .toList();
        } catch (SAXException _) {
            return List.of(payload);
        }
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        try {
            Element root = Xml.read(payload.content()).getDocumentElement();
            List<Element> items = items(root);
            return items.stream()
                    .filter(item -> !WordPress.isExport(root) || WordPress.isStory(item))
                    .findFirst()
                    .map(item -> read(root, item, items, arrival))
                    .orElseGet(() -> new Reading.Unreadable(
                            "no-items",
                            "The feed holds no item.",
                            "Send it when it has one, or send the story itself."));
        } catch (SAXException e) {
            return Xml.unreadable(e);
        }
    }

    private static List<Element> items(Element root) {
        return ITEMS.contains(Nodes.name(root))
                ? List.of(root)
                : Nodes.all(root, "item", "entry", "deleted-entry").toList();
    }

    /** The document again with one item only, and the attachments that a WordPress post needs. */
    private static Payload piece(Document document, Element item, List<Element> items, Payload payload) {
        Document single = (Document) document.cloneNode(false);
        Element root = (Element) single.appendChild(single.importNode(document.getDocumentElement(), false));
        Element parent = root;
        Optional<Element> channel = Nodes.children(document.getDocumentElement(), "channel").stream()
                .findFirst();
        if (channel.isPresent()) {
            parent = (Element) root.appendChild(single.importNode(channel.get(), false));
        }
        for (Element head : Nodes.children(channel.orElse(document.getDocumentElement()))) {
            if (!ITEMS.contains(Nodes.name(head)) && !Nodes.name(head).equals("channel")) {
                parent.appendChild(single.importNode(head, true));
            }
        }
        parent.appendChild(single.importNode(item, true));
        for (Element attachment : WordPress.attachmentsOf(item, items)) {
            parent.appendChild(single.importNode(attachment, true));
        }
        String type = root.getNodeName().equals("feed") ? "application/atom+xml" : "application/rss+xml";
        return new Payload(Xml.write(single).getBytes(UTF_8), type + "; charset=utf-8", payload.fileName());
    }

    private static Reading read(Element root, Element item, List<Element> items, Arrival arrival) {
        if (Nodes.name(item).equals("deleted-entry")) {
            return new Reading.Understood(tombstone(item));
        }
        Article.Builder article = UnderstoodCopy.blankArticle();
        Element channel = Nodes.first(root, "channel").orElse(root);
        Optional<String> byline = byline(item);
        Optional<String> date = child(item, "updated", "modified")
                .or(() -> child(item, "pubDate", "date", "published", "issued", "created"));
        article.setProviderId(child(item, "guid", "id")
                        .or(() -> Nodes.attribute(item, "rdf:about"))
                        .or(() -> link(item))
                        .orElse(null))
                .setHeadline(child(item, "title").map(FeedReader::plain).orElse(""))
                .setByline(byline.orElse(null))
                .setAuthors(byline.map(Values::authors).orElse(List.of()))
                .setBody(UnderstoodCopy.body(body(item)))
                .setLanguage(Nodes.attribute(item, "xml:lang")
                        .or(() -> child(item, "language"))
                        .or(() -> child(channel, "language"))
                        .or(() -> Nodes.attribute(root, "xml:lang"))
                        .orElse(null))
                .setSource(child(channel, "title").orElse(null))
                .setCopyrightHolder(child(item, "rights")
                        .or(() -> child(channel, "copyright", "rights"))
                        .orElse(null))
                .setCanonicalUrl(link(item).orElse(null))
                .setContentCreated(child(item, "pubDate", "published", "issued", "date", "created")
                        .flatMap(value -> Values.instant(value, arrival.zone()))
                        .orElse(null))
                .setPictures(pictures(item, items));
        categories(article, item);
        boolean isDraft = Nodes.text(item, "draft").filter("yes"::equals).isPresent()
                || (WordPress.isExport(root) && !WordPress.isPublished(item));
        if (isDraft) {
            article.setPubStatus(PubStatus.withheld);
        }
        return new Reading.Understood(new UnderstoodCopy(
                article,
                Optional.empty(),
                WordPress.modified(item).or(() -> date.flatMap(value -> Values.instant(value, arrival.zone()))),
                new Notice(isDraft ? Order.HOLD : Order.NONE, List.of())));
    }

    private static UnderstoodCopy tombstone(Element item) {
        Article.Builder article = UnderstoodCopy.blankArticle()
                .setProviderId(item.getAttribute("ref"))
                .setPubStatus(PubStatus.canceled);
        return new UnderstoodCopy(
                article,
                Optional.empty(),
                Values.instant(item.getAttribute("when"), null),
                new Notice(Order.KILL, List.of()));
    }

    private static Optional<String> byline(Element item) {
        List<String> names = Nodes.children(item, "creator", "author").stream()
                .map(author -> Nodes.at(author, "name").map(Nodes::text).orElseGet(() -> Nodes.text(author)))
                // RSS 2.0 has "mail@example.org (Name)"
                .map(name -> name.replaceFirst("^\\S+@\\S+\\s*\\((.+)\\)$", "$1"))
                .filter(name -> !name.isEmpty() && !name.contains("@"))
                .distinct()
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    private static List<String> body(Element item) {
        return Stream.of("encoded", "content", "body", "fulltext", "description", "summary")
                .flatMap(name -> Nodes.children(item, name).stream())
                .filter(element -> !"http://search.yahoo.com/mrss/".equals(element.getNamespaceURI()))
                .filter(element -> !element.getNodeName().startsWith("excerpt:"))
                .map(FeedReader::paragraphs)
                .filter(paragraphs -> !paragraphs.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> paragraphs(Element element) {
        if (element.getAttribute("type").equals("xhtml")
                || !Nodes.children(element).isEmpty()) {
            return Markup.paragraphs(Xml.write(element));
        }
        return Markup.paragraphs(WordPress.withParagraphs(element.getTextContent()));
    }

    private static void categories(Article.Builder article, Element item) {
        var subjects = new ArrayList<String>();
        var keywords = new ArrayList<String>();
        Nodes.children(item, "category", "subject", "keywords").forEach(category -> {
            String code = Nodes.attribute(category, "term").orElseGet(() -> Nodes.text(category));
            String subject = Values.subject(code);
            if (subject.matches("(?:medtop|subj):\\d{8}")) {
                subjects.add(subject);
            } else {
                Nodes.attribute(category, "label")
                        .or(() -> Optional.of(code))
                        .filter(word -> !word.isEmpty())
                        .ifPresent(keywords::add);
            }
        });
        article.setSubjects(subjects.stream().distinct().toList())
                .setKeywords(keywords.stream().distinct().toList());
    }

    private static List<Picture> pictures(Element item, List<Element> items) {
        Stream<Picture> media = Nodes.all(item, "content", "thumbnail", "enclosure", "link")
                .filter(element -> isImage(element))
                .flatMap(element -> picture(element, item).stream());
        return Stream.concat(media, WordPress.pictures(item, items))
                .filter(picture -> picture.getHref().isPresent())
                .collect(Collectors.toMap(
                        picture -> picture.getHref().get(),
                        picture -> picture,
                        (first, _) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static boolean isImage(Element element) {
        String what = element.getAttribute("type") + " " + element.getAttribute("medium") + " " + Nodes.name(element)
                + " " + Nodes.attribute(element, "url", "href").orElse("");
        boolean isLink = !Nodes.name(element).equals("link")
                || element.getAttribute("rel").equals("enclosure");
        return isLink
                && Nodes.attribute(element, "url", "href").isPresent()
                && what.matches("(?is).*(?:image|thumbnail|\\.(?:jpe?g|png|webp|gif)\\b).*");
    }

    private static Optional<Picture> picture(Element element, Element item) {
        Element group = element.getParentNode() instanceof Element parent
                        && Nodes.name(parent).equals("group")
                ? parent
                : element;
        return Nodes.attribute(element, "url", "href")
                .map(url -> Picture.newBuilder()
                        .setHref(url)
                        .setCaption(Nodes.children(element, "description").stream()
                                .findFirst()
                                .or(() -> Nodes.children(group, "description").stream()
                                        .findFirst())
                                .map(Nodes::text)
                                .filter(text -> !text.isEmpty())
                                .map(FeedReader::plain)
                                .orElse(null))
                        .setCredit(Nodes.children(element, "credit").stream()
                                .findFirst()
                                .or(() ->
                                        Nodes.children(group, "credit").stream().findFirst())
                                .or(() ->
                                        Nodes.children(item, "credit").stream().findFirst())
                                .map(Nodes::text)
                                .filter(text -> !text.isEmpty())
                                .orElse(null))
                        .build());
    }

    private static Optional<String> link(Element item) {
        return Nodes.children(item, "link").stream()
                .filter(link -> Nodes.attribute(link, "rel").orElse("alternate").equals("alternate"))
                .map(link -> Nodes.attribute(link, "href").orElseGet(() -> Nodes.text(link)))
                .filter(url -> url.matches("(?i)https?://.+"))
                .findFirst();
    }

    private static Optional<String> child(Element parent, String... names) {
        return Stream.of(names)
                .flatMap(name -> Nodes.children(parent, name).stream())
                .filter(element -> !"http://search.yahoo.com/mrss/".equals(element.getNamespaceURI()))
                .map(Nodes::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Titles carry markup and entities, escaped once or twice. */
    private static String plain(String title) {
        return title.indexOf('<') < 0 && title.indexOf('&') < 0
                ? title
                : Jsoup.parse(title).text();
    }
}
