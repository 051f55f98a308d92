package news.slugline.ingest.format;

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
import news.slugline.ingest.format.xml.Nodes;
import news.slugline.ingest.format.xml.Xml;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads IPTC NITF 3.0 to 3.6: the story with its document data, its pictures and what they are captioned. */
final class NitfReader implements Format {

    @Override
    public boolean recognises(Payload payload) {
        return payload.rootElement().equalsIgnoreCase("nitf");
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        try {
            return read(Xml.read(payload.content()).getDocumentElement(), arrival);
        } catch (SAXException e) {
            return Xml.unreadable(e);
        }
    }

    private static Reading read(Element nitf, Arrival arrival) {
        Article.Builder article = UnderstoodCopy.blankArticle();
        Optional<String> issued = norm(nitf, "date.issue");
        Optional<Instant> release = norm(nitf, "date.release").flatMap(value -> Values.instant(value, arrival.zone()));
        // a release before the issue, or with it, holds nothing back
        boolean isEmbargo = release.isPresent()
                && release.get()
                        .isAfter(issued.flatMap(value -> Values.instant(value, arrival.zone()))
                                .orElse(arrival.receivedAt()));
        if (isEmbargo) {
            article.setEmbargoedUntil(release.get());
        }
        story(article, nitf);
        data(article, nitf, arrival);
        Optional<Long> version = Nodes.first(nitf, "du-key")
                .flatMap(key -> Nodes.attribute(key, "version"))
                .or(() -> Nodes.first(nitf, "doc-id").flatMap(id -> Nodes.attribute(id, "version")))
                .or(() -> meta(nitf, "(?i)(?:.*[.:_-])?(?:version|revision)"))
                .flatMap(Values::number);
        return new Reading.Understood(new UnderstoodCopy(
                article,
                version,
                issued.flatMap(value -> Values.instant(value, arrival.zone())),
                notice(nitf, article)));
    }

    /** What a NITF element tells as a story: headline, byline, dateline, body and pictures. */
    static void story(Article.Builder article, Element nitf) {
        Element head = Nodes.first(nitf, "body.head").orElse(nitf);
        Optional<String> byline =
                Nodes.first(head, "byline").map(NitfReader::byline).filter(text -> !text.isEmpty());
        article.setHeadline(Nodes.text(head, "hl1")
                        .or(() -> Nodes.text(head, "hedline"))
                        .or(() -> Nodes.text(nitf, "title"))
                        .orElse(""))
                .setSubheadline(Nodes.all(head, "hl2")
                        .map(Nodes::text)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .or(() -> Nodes.text(head, "abstract"))
                        .orElse(null))
                .setByline(byline.orElse(null))
                .setAuthors(authors(head, byline))
                .setLocated(Nodes.first(head, "dateline")
                        .map(dateline ->
                                Nodes.text(dateline, "city", "location").orElseGet(() -> Nodes.text(dateline)))
                        .filter(text -> !text.isEmpty())
                        .orElse(null))
                .setPictures(Nodes.all(nitf, "media")
                        .filter(media -> media.getAttribute("media-type").matches("(?i)image|photo|picture|graphic|"))
                        .map(NitfReader::picture)
                        .toList())
                .setBody(UnderstoodCopy.bodyBelow(article, body(nitf)));
    }

    /** The body's content; without one, what stands in the body below its head. */
    private static List<String> body(Element nitf) {
        Optional<Element> content = Nodes.first(nitf, "body.content");
        if (content.isPresent()) {
            return Markup.paragraphs(Xml.write(content.get()));
        }
        return Nodes.first(nitf, "body").stream()
                .flatMap(body -> Nodes.children(body).stream())
                .filter(child -> !Nodes.name(child).matches("body\\.(?:head|end)"))
                .flatMap(child -> Markup.paragraphs(Xml.write(child)).stream())
                .toList();
    }

    private static void data(Article.Builder article, Element nitf, Arrival arrival) {
        article.setProviderId(Nodes.first(nitf, "doc-id")
                        .flatMap(id -> Nodes.attribute(id, "id-string"))
                        .orElse(null))
                .setSlugline(Nodes.first(nitf, "fixture")
                        .flatMap(fixture -> Nodes.attribute(fixture, "fix-id"))
                        .or(() -> Nodes.first(nitf, "du-key").flatMap(key -> Nodes.attribute(key, "key")))
                        .or(() -> meta(nitf, "(?i).*(?:slug|keyword).*"))
                        .orElse(""))
                .setLanguage(Nodes.attribute(nitf, "xml:lang", "lang", "baselang")
                        .or(() -> meta(nitf, "(?i)(?:.*[.-])?lang(?:uage)?"))
                        .or(() -> Nodes.all(nitf, "body", "body.content", "p", "lang")
                                .flatMap(
                                        element -> Nodes.attribute(element, "xml:lang", "lang", "iso639-code").stream())
                                .findFirst())
                        .orElse(null))
                .setSubjects(subjects(nitf))
                .setKeywords(Nodes.all(nitf, "keyword")
                        .flatMap(word -> Nodes.attribute(word, "key").stream())
                        .distinct()
                        .toList())
                .setEdNote(notes(nitf).orElse(null))
                .setSection(Nodes.first(nitf, "pubdata")
                        .flatMap(pubdata -> Nodes.attribute(pubdata, "position.section"))
                        .orElse(null))
                .setCopyrightHolder(Nodes.first(nitf, "doc.copyright")
                        .flatMap(copyright -> Nodes.attribute(copyright, "holder"))
                        .or(() -> Nodes.text(nitf, "doc.rights"))
                        .orElse(null))
                .setSource(Nodes.first(nitf, "distributor")
                        .map(Nodes::text)
                        .filter(text -> !text.isEmpty())
                        .or(() -> Nodes.first(nitf, "doc-id").flatMap(id -> Nodes.attribute(id, "regsrc")))
                        .orElse(null))
                .setContentCreated(Nodes.first(nitf, "story.date")
                        .flatMap(date -> Nodes.attribute(date, "norm"))
                        .flatMap(value -> Values.instant(value, arrival.zone()))
                        .orElse(null))
                .setExpires(norm(nitf, "date.expire")
                        .flatMap(value -> Values.instant(value, arrival.zone()))
                        .orElse(null));
        Nodes.first(nitf, "urgency")
                .flatMap(urgency -> Nodes.attribute(urgency, "ed-urg"))
                .flatMap(Values::urgency)
                .ifPresent(article::setUrgency);
    }

    private static Notice notice(Element nitf, Article.Builder article) {
        PubStatus status = Nodes.first(nitf, "docdata")
                .flatMap(docdata -> Nodes.attribute(docdata, "management-status"))
                .map(value -> value.equalsIgnoreCase("embargoed") && article.hasEmbargoedUntil() ? "usable" : value)
                .map(Values::pubStatus)
                .orElse(PubStatus.usable);
        article.setPubStatus(status);
        Optional<Element> correction = Nodes.first(nitf, "correction");
        if (status == PubStatus.usable && correction.isPresent()) {
            return new Notice(
                    Order.CORRECTION,
                    correction.flatMap(element -> Nodes.attribute(element, "id-string")).stream()
                            .toList());
        }
        return new Notice(Values.order(status), List.of());
    }

    private static String byline(Element byline) {
        String title = Nodes.text(byline, "byttl").orElse("");
        String text = Nodes.text(byline);
        return (title.isEmpty() || title.equals(text) ? text : text.replace(title, ""))
                .replaceAll("\\s+", " ")
                .replaceFirst("[\\s,;=|]+$", "")
                .strip();
    }

    private static List<String> authors(Element head, Optional<String> byline) {
        List<String> people = Nodes.first(head, "byline").stream()
                .flatMap(element -> Nodes.all(element, "person"))
                .map(Nodes::text)
                .filter(name -> !name.isEmpty())
                .toList();
        return people.isEmpty() ? byline.map(Values::authors).orElse(List.of()) : people;
    }

    private static List<String> subjects(Element nitf) {
        return Stream.concat(
                        Nodes.all(nitf, "tobject.subject")
                                .flatMap(subject ->
                                        Nodes.attribute(subject, "tobject.subject.refnum", "tobject.subject.code")
                                                .stream()),
                        Nodes.all(nitf, "classifier")
                                .filter(classifier -> classifier
                                        .getAttribute("type")
                                        .toLowerCase(Locale.ROOT)
                                        .contains("subject"))
                                .flatMap(classifier -> Nodes.attribute(classifier, "idsrc-value", "value").stream()))
                .map(Values::subject)
                .distinct()
                .toList();
    }

    private static Optional<String> notes(Element nitf) {
        List<String> notes = Stream.concat(
                        Nodes.all(nitf, "ed-msg").flatMap(message -> Nodes.attribute(message, "info").stream()),
                        Nodes.all(nitf, "note")
                                .filter(note -> !note.getAttribute("noteclass").equals("cpyrt"))
                                .map(Nodes::text))
                .filter(note -> !note.isEmpty())
                .distinct()
                .toList();
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", notes));
    }

    private static Picture picture(Element media) {
        Optional<Element> reference = Nodes.all(media, "media-reference").findFirst();
        return Picture.newBuilder()
                .setHref(reference
                        .flatMap(element -> Nodes.attribute(element, "source"))
                        .filter(source -> source.matches("(?i)https?://.*"))
                        .orElse(null))
                .setAltText(reference
                        .flatMap(element -> Nodes.attribute(element, "alternate-text"))
                        .orElse(null))
                .setCaption(Nodes.text(media, "media-caption").orElse(null))
                .setCredit(Nodes.text(media, "media-producer").orElse(null))
                .build();
    }

    private static Optional<String> norm(Element nitf, String name) {
        return Nodes.first(nitf, name)
                .flatMap(date -> Nodes.attribute(date, "norm").or(() -> Optional.of(Nodes.text(date))))
                .filter(value -> !value.isEmpty());
    }

    private static Optional<String> meta(Element nitf, String name) {
        return Nodes.all(nitf, "meta")
                .filter(meta -> meta.getAttribute("name").matches(name))
                .flatMap(meta -> Nodes.attribute(meta, "content").stream())
                .findFirst();
    }
}
