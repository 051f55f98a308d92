package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.Notice.Order;
import news.slugline.ingest.format.html.Markup;
import news.slugline.ingest.format.text.TextParagraphs;
import news.slugline.ingest.format.xml.Nodes;
import news.slugline.ingest.format.xml.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads IPTC NewsML 1.0 to 1.2: each NewsItem is a piece, its text in NITF, HTML or plain, its pictures beside it. */
final class NewsMl12Reader implements Format {

    @Override
    public boolean recognises(Payload payload) {
        return payload.rootElement().equals("NewsML") || payload.rootElement().equals("NewsItem");
    }

    @Override
    public List<Payload> pieces(Payload payload) {
        try {
            Document document = Xml.read(payload.content());
            List<Element> items = Nodes.children(document.getDocumentElement(), "NewsItem");
            return items.size() < 2
                    ? List.of(payload)
                    : items.stream().map(item -> piece(document, item, payload)).toList();
        } catch (SAXException _) {
            return List.of(payload);
        }
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        try {
            Element root = Xml.read(payload.content()).getDocumentElement();
            Optional<Element> item =
                    Nodes.name(root).equals("NewsItem") ? Optional.of(root) : Nodes.first(root, "NewsItem");
            return item.map(found -> read(root, found, arrival))
                    .orElseGet(() -> new Reading.Unreadable(
                            "not-news", "The NewsML document holds no NewsItem.", "Send the news items themselves."));
        } catch (SAXException e) {
            return Xml.unreadable(e);
        }
    }

    private static Payload piece(Document document, Element item, Payload payload) {
        Document single = (Document) document.cloneNode(false);
        Element root = (Element) single.appendChild(single.importNode(document.getDocumentElement(), false));
        Nodes.children(document.getDocumentElement(), "NewsEnvelope", "Catalog", "TopicSet")
                .forEach(shared -> root.appendChild(single.importNode(shared, true)));
        root.appendChild(single.importNode(item, true));
        return new Payload(Xml.write(single).getBytes(UTF_8), "application/xml; charset=utf-8", payload.fileName());
    }

    private static Reading read(Element root, Element item, Arrival arrival) {
        Article.Builder article = UnderstoodCopy.blankArticle();
        String status =
                Nodes.first(item, "Status").flatMap(NewsMl12Reader::formalName).orElse("");
        boolean isEmbargoed = status.toLowerCase(Locale.ROOT).contains("embargo");
        Optional<Instant> until = Nodes.first(item, "StatusWillChange")
                .flatMap(change -> Nodes.text(change, "DateAndTime"))
                .flatMap(value -> Values.instant(value, arrival.zone()));
        if (isEmbargoed && until.isEmpty()) {
            return Embargo.notUnderstood("Status " + status + " without a StatusWillChange")
                    .problem();
        }
        Optional<Element> nitf = Nodes.first(item, "nitf")
                .or(() -> Nodes.first(item, "body.content").map(body -> (Element) body.getParentNode()));
        nitf.ifPresent(element -> NitfReader.story(article, element));
        if (isEmbargoed) {
            article.setEmbargoedUntil(until.get());
        }
        describe(article, root, item, arrival);
        if (article.getBody().isBlank()) {
            article.setBody(UnderstoodCopy.bodyBelow(article, body(item)));
        }
        article.setPictures(pictures(item, article.getPictures()));
        Optional<Element> revision = Nodes.first(item, "RevisionId");
        return new Reading.Understood(new UnderstoodCopy(
                article,
                revision.map(element -> Nodes.text(element).replaceAll("\\D", ""))
                        .flatMap(Values::number),
                Nodes.text(item, "ThisRevisionCreated").flatMap(value -> Values.instant(value, arrival.zone())),
                notice(item, article, isEmbargoed ? "usable" : status)));
    }

    private static void describe(Article.Builder article, Element root, Element item, Arrival arrival) {
        Element lines = Nodes.first(item, "NewsLines").orElse(item);
        Optional<String> byline = Nodes.text(lines, "ByLine").or(() -> Optional.ofNullable(article.getByline()));
        article.setProviderId(guid(item).orElse(null))
                .setHeadline(Nodes.text(lines, "HeadLine")
                        .or(() -> Optional.of(article.getHeadline()).filter(headline -> !headline.isEmpty()))
                        .or(() -> inRole(item, "(?i)title|headline")
                                .map(Nodes::text)
                                .findFirst())
                        .or(() -> Nodes.text(item, "NewsLineText"))
                        .orElse(""))
                .setSubheadline(Nodes.text(lines, "SubHeadLine").orElse(article.getSubheadline()))
                .setSlugline(Nodes.text(lines, "SlugLine")
                        .or(() -> Nodes.text(item, "NameLabel"))
                        .orElse(""))
                .setByline(byline.orElse(null))
                .setAuthors(byline.map(Values::authors).orElse(List.of()))
                .setLocated(Nodes.first(item, "Location")
                        .flatMap(location -> Nodes.all(location, "Property")
                                .filter(property ->
                                        property.getAttribute("FormalName").matches("(?i)city|location|place"))
                                .flatMap(property -> Nodes.attribute(property, "Value").stream())
                                .findFirst())
                        .or(() -> Optional.ofNullable(article.getLocated()))
                        .or(() -> Nodes.text(lines, "DateLine")
                                .map(dateline -> dateline.replaceFirst("\\s*[,(0-9].*$", ""))
                                .filter(place -> !place.isBlank()))
                        .orElse(null))
                .setLanguage(Nodes.first(item, "DescriptiveMetadata")
                        .flatMap(metadata -> Nodes.first(metadata, "Language"))
                        .or(() -> Nodes.first(item, "Language"))
                        .flatMap(NewsMl12Reader::formalName)
                        .or(() -> Nodes.attribute(item, "xml:lang"))
                        .or(() -> Nodes.attribute(root, "xml:lang"))
                        .orElse(null))
                .setSubjects(subjects(item))
                .setKeywords(Nodes.all(lines, "KeywordLine")
                        .map(Nodes::text)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList())
                .setEdNote(Nodes.all(item, "Instruction")
                        .flatMap(instruction -> Nodes.attribute(instruction, "FormalName").stream())
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(null))
                .setCopyrightHolder(Nodes.text(lines, "CopyrightLine")
                        .or(() -> Nodes.text(item, "CopyrightHolder"))
                        .orElse(null))
                .setUsageTerms(Nodes.text(item, "RightsLine", "UsageRights").orElse(null))
                .setSource(Nodes.first(item, "Provider")
                        .flatMap(provider -> Nodes.first(provider, "Party"))
                        .flatMap(NewsMl12Reader::formalName)
                        .or(() -> Nodes.text(lines, "CreditLine"))
                        .orElse(null))
                .setContentCreated(Nodes.text(item, "FirstCreated")
                        .flatMap(value -> Values.instant(value, arrival.zone()))
                        .orElse(null));
        Stream.concat(Nodes.all(item, "Urgency"), Nodes.all(root, "Priority"))
                .flatMap(urgency -> formalName(urgency).stream())
                .flatMap(value -> Values.urgency(value).stream())
                .findFirst()
                .ifPresent(article::setUrgency);
    }

    /** The public identifier without its revision: the identity over all revisions; else the item's own id. */
    private static Optional<String> guid(Element item) {
        return Nodes.text(item, "PublicIdentifier").or(() -> Nodes.text(item, "NewsItemId"));
    }

    private static List<String> subjects(Element item) {
        return Nodes.all(item, "SubjectCode", "Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier")
                .flatMap(subject -> formalName(subject).stream())
                .map(Values::subject)
                .distinct()
                .toList();
    }

    private static Notice notice(Element item, Article.Builder article, String status) {
        PubStatus pubStatus = Values.pubStatus(status);
        article.setPubStatus(pubStatus);
        String instructions = Nodes.all(item, "Instruction")
                .flatMap(instruction -> formalName(instruction).stream())
                .reduce("", (a, b) -> a + " " + b)
                .toLowerCase(Locale.ROOT);
        List<String> references = Nodes.all(item, "AssociatedWith", "DerivedFrom")
                .flatMap(reference -> Nodes.attribute(reference, "NewsItem").stream())
                .toList();
        if (pubStatus != PubStatus.usable) {
            return new Notice(Values.order(pubStatus), references);
        }
        if (instructions.contains("delete") || instructions.contains("kill")) {
            article.setPubStatus(PubStatus.canceled);
            return new Notice(Order.KILL, references);
        }
        Order order =
                instructions.contains("correct") || instructions.contains("rectif") ? Order.CORRECTION : Order.NONE;
        return new Notice(order, order == Order.NONE ? List.of() : references);
    }

    /** The text: contents of one role of lead or body after one another, otherwise the first content that has any. */
    private static List<String> body(Element item) {
        List<String> parts = inRole(item, "(?i)lead|intro|chapeau|body|text|body ?text|corps")
                .flatMap(content -> paragraphs(content).stream())
                .toList();
        if (!parts.isEmpty()) {
            return parts;
        }
        return Nodes.all(item, "DataContent")
                .filter(content -> !role(content).matches("(?i).*caption.*|title|headline"))
                .map(NewsMl12Reader::paragraphs)
                .filter(paragraphs -> !paragraphs.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> paragraphs(Element content) {
        if (!Nodes.children(content).isEmpty()) {
            return Markup.paragraphs(Xml.write(content));
        }
        String text = content.getTextContent().strip();
        return text.startsWith("<") || text.contains("</p>") ? Markup.paragraphs(text) : TextParagraphs.of(text);
    }

    private static Stream<Element> inRole(Element item, String roles) {
        return Nodes.all(item, "DataContent").filter(content -> role(content).matches(roles));
    }

    /** The role of the nearest NewsComponent that has one. */
    private static String role(Element content) {
        for (Node node = content.getParentNode(); node instanceof Element element; node = node.getParentNode()) {
            Optional<String> role = Nodes.children(element, "Role").stream()
                    .flatMap(child -> formalName(child).stream())
                    .findFirst();
            if (role.isPresent()) {
                return role.get();
            }
        }
        return "";
    }

    private static List<Picture> pictures(Element item, List<Picture> fromText) {
        List<Picture> own = Nodes.all(item, "NewsComponent")
                .filter(component -> Nodes.children(component, "Role").stream()
                        .anyMatch(role -> role.getAttribute("FormalName").matches("(?i).*(?:picture|photo|image).*")))
                .map(NewsMl12Reader::picture)
                .toList();
        return Stream.concat(fromText.stream(), own.stream()).toList();
    }

    private static Picture picture(Element component) {
        Optional<String> caption = Nodes.all(component, "DataContent")
                .filter(content -> role(content).matches("(?i).*caption.*"))
                .map(Nodes::text)
                .findFirst();
        return Picture.newBuilder()
                .setHref(Nodes.all(component, "ContentItem")
                        .flatMap(content -> Nodes.attribute(content, "Href").stream())
                        .filter(href -> href.matches("(?i)https?://.*"))
                        .findFirst()
                        .orElse(null))
                .setCaption(caption.or(() -> Nodes.text(component, "HeadLine")).orElse(null))
                .setCredit(Nodes.text(component, "CreditLine").orElse(null))
                .setCreator(Nodes.text(component, "ByLine").orElse(null))
                .setCopyrightNotice(Nodes.text(component, "CopyrightLine").orElse(null))
                .build();
    }

    private static Optional<String> formalName(Element element) {
        return Nodes.attribute(element, "FormalName");
    }
}
