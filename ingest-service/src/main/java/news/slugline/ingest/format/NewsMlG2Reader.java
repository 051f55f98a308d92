package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.Notice.Order;
import news.slugline.ingest.format.html.Markup;
import news.slugline.ingest.format.text.BylineRules;
import news.slugline.ingest.format.text.TextParagraphs;
import news.slugline.ingest.format.xml.Nodes;
import news.slugline.ingest.format.xml.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads IPTC NewsML-G2 2.x: newsItem, packageItem, and newsMessage with several items, in any namespace or none.
 *
 * <p>A message is one piece for each text item; pictures that an item links to come along with it.
 */
final class NewsMlG2Reader implements Format {

    private static final Set<String> ROOTS =
            Set.of("newsItem", "packageItem", "newsMessage", "conceptItem", "knowledgeItem", "planningItem");

    private static final Pattern AGENCY = Pattern.compile(
            "(?U)\\b\\p{Lu}{2,}\\b|(?iu)news|nyhet|agenc|agentur|press|redak|redacc|rédac|byrå|media|bureau|desk|staff");

    @Override
    public boolean recognises(Payload payload) {
        return ROOTS.contains(payload.rootElement());
    }

    @Override
    public List<Payload> pieces(Payload payload) {
        try {
            Document document = Xml.read(payload.content());
            List<Element> items = items(document.getDocumentElement());
            List<Element> texts = texts(items);
            return texts.size() < 2
                    ? List.of(payload)
                    : texts.stream()
                            .map(item -> piece(document, item, items, payload))
                            .toList();
        } catch (SAXException _) {
            return List.of(payload);
        }
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        try {
            List<Element> items = items(Xml.read(payload.content()).getDocumentElement());
            return texts(items).stream()
                    .findFirst()
                    .map(item -> read(item, items, arrival))
                    .orElseGet(() -> new Reading.Unreadable(
                            "not-news",
                            "The NewsML-G2 document holds no newsItem or packageItem.",
                            "Send the news items themselves; concepts, knowledge and plans are no copy."));
        } catch (SAXException e) {
            return Xml.unreadable(e);
        }
    }

    private static List<Element> items(Element root) {
        Set<String> news = Set.of("newsItem", "packageItem");
        return news.contains(Nodes.name(root))
                ? List.of(root)
                : Nodes.all(root, "newsItem", "packageItem").toList();
    }

    /** The items that are stories: neither pictures that go along with one, nor packages that only list the others. */
    private static List<Element> texts(List<Element> items) {
        List<Element> own = items.stream()
                .filter(item -> !isLinked(item, items) && !isPackage(item))
                .toList();
        return own.isEmpty() ? items : own;
    }

    private static boolean isPackage(Element item) {
        return Nodes.name(item).equals("packageItem");
    }

    private static boolean isPicture(Element item) {
        return Nodes.first(item, "itemClass")
                .map(itemClass -> itemClass.getAttribute("qcode") + itemClass.getAttribute("uri"))
                .filter(itemClass -> itemClass.matches("(?i).*(?:picture|graphic)"))
                .isPresent();
    }

    /** A picture that another item of the message has a link to goes along with that item. */
    private static boolean isLinked(Element item, List<Element> items) {
        String guid = item.getAttribute("guid");
        return isPicture(item)
                && items.stream()
                        .filter(other -> !other.isSameNode(item) && !isPackage(other))
                        .anyMatch(other -> links(other, items).contains(guid));
    }

    /** What an item refers to, and what stands beside it in a package of which it is the only text. */
    private static List<String> links(Element item, List<Element> all) {
        Stream<String> companions = all.stream()
                .filter(NewsMlG2Reader::isPackage)
                .map(NewsMlG2Reader::references)
                .filter(listed -> listed.contains(item.getAttribute("guid"))
                        && all.stream()
                                        .filter(other ->
                                                !isPicture(other) && listed.contains(other.getAttribute("guid")))
                                        .count()
                                == 1)
                .flatMap(List::stream);
        return Stream.concat(references(item).stream(), companions).toList();
    }

    private static List<String> references(Element item) {
        return Nodes.all(item, "link", "itemRef")
                .flatMap(link -> Nodes.attribute(link, "residref", "href").stream())
                .toList();
    }

    private static Payload piece(Document document, Element item, List<Element> all, Payload payload) {
        Document single = (Document) document.cloneNode(false);
        Element message = (Element) single.appendChild(single.importNode(document.getDocumentElement(), false));
        Nodes.children(document.getDocumentElement(), "header")
                .forEach(header -> message.appendChild(single.importNode(header, true)));
        Element set = single.createElementNS(message.getNamespaceURI(), "itemSet");
        message.appendChild(set);
        set.appendChild(single.importNode(item, true));
        all.stream()
                .filter(other -> isPackage(other)
                        || (isPicture(other) && links(item, all).contains(other.getAttribute("guid"))))
                .forEach(picture -> set.appendChild(single.importNode(picture, true)));
        return new Payload(
                Xml.write(single).getBytes(UTF_8),
                "application/vnd.iptc.g2.newsmessage+xml; charset=utf-8",
                payload.fileName());
    }

    private static Reading read(Element item, List<Element> items, Arrival arrival) {
        Element itemMeta = Nodes.at(item, "itemMeta").orElse(item);
        Element contentMeta = Nodes.at(item, "contentMeta").orElse(item);
        Optional<String> embargo = Nodes.first(itemMeta, "embargoed")
                .map(Nodes::text)
                .or(() -> Nodes.first(contentMeta, "embargoed").map(Nodes::text))
                .filter(value -> !value.isEmpty());
        Article.Builder article = UnderstoodCopy.blankArticle();
        switch (embargo.map(value -> Embargo.read(value, arrival)).orElse(null)) {
            case null -> {}
            case Embargo.Until(var instant) -> article.setEmbargoedUntil(instant);
            case Embargo.NotUnderstood(var problem) -> {
                return problem;
            }
        }
        describe(article, item, itemMeta, contentMeta);
        article.setBody(UnderstoodCopy.bodyBelow(article, body(item))).setPictures(pictures(item, items));
        Notice notice = notice(itemMeta, article);
        return new Reading.Understood(new UnderstoodCopy(
                article,
                Nodes.attribute(item, "version").flatMap(Values::number),
                Nodes.text(itemMeta, "versionCreated").flatMap(value -> Values.instant(value, arrival.zone())),
                notice));
    }

    private static void describe(Article.Builder article, Element item, Element itemMeta, Element contentMeta) {
        Optional<String> byline = Nodes.text(contentMeta, "by").or(() -> creators(contentMeta));
        article.setProviderId(Nodes.attribute(item, "guid").orElse(null))
                .setHeadline(headline(item, itemMeta, contentMeta))
                .setSubheadline(
                        role(contentMeta, "headline", "subtitle|sub|deck").orElse(null))
                .setSlugline(Nodes.text(contentMeta, "slugline").orElse(""))
                .setByline(byline.orElse(null))
                .setAuthors(byline.map(Values::authors).orElse(List.of()))
                .setLocated(Nodes.first(contentMeta, "located")
                        .flatMap(NewsMlG2Reader::name)
                        .orElse(null))
                .setLanguage(language(item, contentMeta).orElse(null))
                .setSubjects(subjects(contentMeta))
                .setKeywords(Nodes.all(contentMeta, "keyword")
                        .map(Nodes::text)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList())
                .setEdNote(notes(itemMeta).orElse(null))
                .setSource(Nodes.first(contentMeta, "infoSource")
                        .flatMap(NewsMlG2Reader::name)
                        .or(() -> Nodes.text(contentMeta, "creditline"))
                        .orElse(null))
                .setCopyrightHolder(Nodes.first(item, "copyrightHolder")
                        .flatMap(NewsMlG2Reader::name)
                        .or(() -> Nodes.text(item, "copyrightNotice"))
                        .orElse(null))
                .setUsageTerms(Nodes.text(item, "usageTerms").orElse(null))
                .setContentCreated(Nodes.text(contentMeta, "contentCreated")
                        .or(() -> Nodes.text(itemMeta, "firstCreated"))
                        .flatMap(value -> Values.instant(value, null))
                        .orElse(null));
        Nodes.text(contentMeta, "urgency").flatMap(Values::urgency).ifPresent(article::setUrgency);
    }

    private static String headline(Element item, Element itemMeta, Element contentMeta) {
        return role(contentMeta, "headline", "main|head|headline")
                .or(() -> Nodes.text(contentMeta, "headline"))
                .or(() -> Nodes.text(item, "hl1", "headline"))
                .or(() -> Nodes.text(itemMeta, "title"))
                .or(() -> Nodes.first(item, "h1").map(Nodes::text))
                .orElse("");
    }

    private static Optional<String> role(Element parent, String name, String role) {
        return Nodes.all(parent, name)
                .filter(element ->
                        element.getAttribute("role").replaceFirst("^.*:", "").matches("(?i)" + role))
                .map(Nodes::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static Optional<String> creators(Element contentMeta) {
        List<String> names = Nodes.children(contentMeta, "creator").stream()
                .filter(NewsMlG2Reader::isPerson)
                .flatMap(creator -> name(creator).stream())
                .distinct()
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    /** Says so, or has a name of first and last name; agencies are creators too. */
    private static boolean isPerson(Element creator) {
        String type = creator.getAttribute("type");
        return type.isEmpty()
                ? name(creator)
                        .filter(name -> BylineRules.isJustAName(name)
                                && !AGENCY.matcher(name).find())
                        .isPresent()
                : type.matches("(?i).*person");
    }

    private static Optional<String> name(Element concept) {
        return Nodes.children(concept, "name").stream()
                .map(Nodes::text)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .or(() -> Nodes.attribute(concept, "literal"));
    }

    private static Optional<String> language(Element item, Element contentMeta) {
        return Nodes.first(contentMeta, "language")
                .flatMap(language -> Nodes.attribute(language, "tag"))
                .or(() -> Nodes.attribute(item, "xml:lang"));
    }

    private static List<String> subjects(Element contentMeta) {
        return Nodes.children(contentMeta, "subject").stream()
                .flatMap(subject -> Stream.concat(
                        Nodes.attribute(subject, "qcode", "uri", "literal").stream(),
                        Nodes.children(subject, "sameAs").stream()
                                .flatMap(same -> Nodes.attribute(same, "qcode", "uri").stream())))
                .map(Values::subject)
                .distinct()
                .toList();
    }

    private static Optional<String> notes(Element itemMeta) {
        List<String> notes = Nodes.all(itemMeta, "edNote")
                .map(Nodes::text)
                .filter(note -> !note.isEmpty())
                .toList();
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", notes));
    }

    private static Notice notice(Element itemMeta, Article.Builder article) {
        PubStatus status = Nodes.first(itemMeta, "pubStatus")
                .map(element ->
                        Nodes.attribute(element, "qcode", "uri", "literal").orElseGet(() -> Nodes.text(element)))
                .map(Values::pubStatus)
                .orElse(PubStatus.usable);
        article.setPubStatus(status);
        String signals = Nodes.all(itemMeta, "signal")
                .map(signal ->
                        Nodes.attribute(signal, "qcode", "uri", "literal").orElseGet(() -> Nodes.text(signal)))
                .reduce("", (all, signal) -> all + " " + signal.toLowerCase(Locale.ROOT));
        var references = new ArrayList<String>();
        Nodes.all(itemMeta.getParentNode() instanceof Element item ? item : itemMeta, "link")
                .filter(link -> link.getAttribute("rel")
                        .matches("(?i).*(?:previousversion|evolvedfrom|correct|replaces|translationof|update).*"))
                .flatMap(link -> Nodes.attribute(link, "residref", "href").stream())
                .forEach(references::add);
        Order order = status != PubStatus.usable
                ? Values.order(status)
                : signals.matches(".*correct.*")
                        ? Order.CORRECTION
                        : signals.matches(".*(?:update|writethru|write-through).*") ? Order.WRITE_THROUGH : Order.NONE;
        return new Notice(order, order == Order.NONE ? List.of() : List.copyOf(references));
    }

    private static List<String> body(Element item) {
        Optional<Element> content = Nodes.at(item, "contentSet");
        return content.flatMap(set -> Nodes.first(set, "body.content").or(() -> Nodes.first(set, "body")))
                .map(body -> Markup.paragraphs(Xml.write(body)))
                .filter(paragraphs -> !paragraphs.isEmpty())
                .or(() -> content.flatMap(set -> Nodes.first(set, "inlineXML"))
                        .map(inline -> Markup.paragraphs(Xml.write(inline))))
                .filter(paragraphs -> !paragraphs.isEmpty())
                .or(() -> content.flatMap(set -> Nodes.first(set, "inlineData")).map(NewsMlG2Reader::data))
                .filter(paragraphs -> !paragraphs.isEmpty())
                .orElseGet(() -> role(item, "description", "caption|summary|abstract|text")
                        .map(List::of)
                        .orElse(List.of()));
    }

    private static List<String> data(Element inline) {
        String text = inline.getTextContent();
        return inline.getAttribute("contenttype").contains("html")
                        || text.strip().startsWith("<")
                ? Markup.paragraphs(text)
                : TextParagraphs.of(text);
    }

    private static List<Picture> pictures(Element item, List<Element> items) {
        List<String> links = links(item, items);
        return items.stream()
                .filter(NewsMlG2Reader::isPicture)
                .filter(other -> other.isSameNode(item) || links.contains(other.getAttribute("guid")))
                .map(NewsMlG2Reader::picture)
                .toList();
    }

    private static Picture picture(Element item) {
        return Picture.newBuilder()
                .setHref(Nodes.all(item, "remoteContent")
                        .flatMap(remote -> Nodes.attribute(remote, "href").stream())
                        .filter(href -> href.matches("(?i)https?://.*"))
                        .findFirst()
                        .orElse(null))
                .setCaption(role(item, "description", "caption")
                        .or(() -> Nodes.text(item, "description"))
                        .orElse(null))
                .setHeadline(Nodes.text(item, "headline").orElse(null))
                .setCredit(Nodes.text(item, "creditline").orElse(null))
                .setCreator(Nodes.at(item, "contentMeta")
                        .flatMap(NewsMlG2Reader::creators)
                        .orElse(null))
                .setCopyrightNotice(Nodes.text(item, "copyrightNotice").orElse(null))
                .setUsageTerms(Nodes.text(item, "usageTerms").orElse(null))
                .build();
    }
}
