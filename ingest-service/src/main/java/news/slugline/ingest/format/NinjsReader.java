package news.slugline.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.Notice.Order;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads IPTC ninjs, versions 1.x to 3.x: fields are found by any version's name, in the spellings that agencies give them.
 *
 * <p>An array of items, or an answer that holds one, is one piece for each. A picture comes along where a rendition's
 * href is a {@code data:} URI (RFC 2397); the address of any other is kept.
 */
final class NinjsReader implements Format {

    private static final String NOT_NINJS = "not-ninjs";

    @Override
    public boolean recognises(Payload payload) {
        return Json.isJson(payload);
    }

    @Override
    public List<Payload> pieces(Payload payload) {
        return Json.pieces(payload, NinjsReader::items);
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        try {
            return items(Json.read(payload)).stream()
                    .findFirst()
                    .map(item -> read(item, arrival))
                    .orElseGet(() -> new Reading.Unreadable(
                            NOT_NINJS,
                            "The JSON holds no object, so it is no ninjs news item.",
                            "Send one ninjs object: {\"uri\": …, \"headlines\": […], \"bodies\": […]}."));
        } catch (JacksonException e) {
            return Json.unreadable(e);
        }
    }

    /** The objects of an array, whether it is the document or stands in an answer without news of its own. */
    private static List<JsonNode> items(JsonNode root) {
        if (root.isArray()) {
            return root.valueStream().filter(JsonNode::isObject).toList();
        }
        if (!root.isObject()) {
            return List.of();
        }
        if (isNews(root)) {
            return List.of(root);
        }
        List<JsonNode> found = root.valueStream()
                .flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(value -> value.isObject() && isNews(value))
                .toList();
        return found.isEmpty() ? List.of(root) : found;
    }

    private static boolean isNews(JsonNode item) {
        return Json.isPresent(
                item, "headline", "headlines", "bodies", "body_text", "body_html", "pubstatus", "pubStatus");
    }

    private static Reading read(JsonNode item, Arrival arrival) {
        Article.Builder article = UnderstoodCopy.blankArticle();
        Optional<String> embargoed = Json.text(item, "embargoedUntil", "embargoeduntil", "embargoed", "embargo")
                .or(() -> Json.isPresent(item, "embargoedUntil", "embargoeduntil", "embargoed")
                        ? Optional.of("not a date")
                        : Optional.empty());
        switch (embargoed.map(value -> Embargo.read(value, arrival)).orElse(null)) {
            case null -> {}
            case Embargo.Until(var instant) -> article.setEmbargoedUntil(instant);
            case Embargo.NotUnderstood(var problem) -> {
                return problem;
            }
        }
        PubStatus pubStatus = pubStatus(item);
        article.setPubStatus(pubStatus);
        tell(article, item);
        describe(article, item, arrival);
        return new Reading.Understood(new UnderstoodCopy(
                article,
                Json.text(item, "version").flatMap(Values::number),
                Json.text(item, "versionCreated", "versioncreated")
                        .flatMap(value -> Values.instant(value, arrival.zone())),
                new Notice(order(item, pubStatus), List.of())));
    }

    private static void tell(Article.Builder article, JsonNode item) {
        Optional<String> byline = Json.text(item, "byline", "by").or(() -> bylines(item));
        article.setHeadline(role(item, "headlines", "main|headline|title|")
                        .or(() -> Json.text(item, "headline", "title", "headline_extended"))
                        .or(() ->
                                item.path("headlines").valueStream().findFirst().flatMap(NinjsReader::value))
                        .orElse(""))
                .setSubheadline(role(item, "headlines", "sub.*|deck|secondary")
                        .or(() -> Json.text(item, "subheadline"))
                        .orElse(null))
                .setSlugline(Json.text(item, "slugline", "slug").orElse(""))
                .setByline(byline.orElse(null))
                .setAuthors(byline.map(Values::authors).orElse(List.of()))
                .setLocated(Json.text(item, "located").orElse(null))
                .setPictures(NinjsPictures.of(item))
                .setEdNote(Json.text(item, "edNote", "ednote", "editornote").orElse(null))
                .setBody(UnderstoodCopy.bodyBelow(article, NinjsBody.paragraphs(item)));
    }

    private static void describe(Article.Builder article, JsonNode item, Arrival arrival) {
        article.setProviderId(Json.text(item, "uri", "guid", "id").orElse(null))
                .setSection(Json.text(item, "section").orElse(null))
                .setLanguage(Json.text(item, "language").orElse(null))
                .setSubjects(subjects(item))
                .setKeywords(Stream.concat(
                                item.path("keywords").valueStream(),
                                item.path("keyword").valueStream())
                        .flatMap(
                                word -> word.isString() ? Stream.of(word.asString()) : Json.text(word, "name").stream())
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList())
                .setSource(Stream.of("infosources", "infoSources", "infosource")
                        .flatMap(name -> item.path(name).valueStream())
                        .flatMap(source -> Json.text(source, "name").stream())
                        .findFirst()
                        .or(() -> Json.text(item, "source", "provider", "creditline", "creditLine"))
                        .orElse(null))
                .setCanonicalUrl(Json.text(item, "canonicalurl", "canonicalUrl", "webcanonical")
                        .filter(url -> url.matches("(?i)https?://.+"))
                        .orElse(null))
                .setContentCreated(Json.text(item, "contentCreated", "contentcreated", "firstCreated", "firstcreated")
                        .flatMap(value -> Values.instant(value, arrival.zone()))
                        .orElse(null))
                .setExpires(Json.text(item, "expires")
                        .flatMap(value -> Values.instant(value, arrival.zone()))
                        .orElse(null))
                .setCopyrightHolder(Json.text(item, "copyrightHolder", "copyrightholder")
                        .or(() -> Json.text(item.path("rightsinfo"), "copyrightholder"))
                        .or(() -> Json.text(item, "copyrightNotice", "copyrightnotice"))
                        .orElse(null))
                .setUsageTerms(Json.text(item, "usageTerms", "usageterms").orElse(null));
        Json.text(item, "urgency")
                .or(() -> Json.text(item, "priority"))
                .flatMap(Values::urgency)
                .ifPresent(article::setUrgency);
    }

    private static Optional<String> bylines(JsonNode item) {
        List<String> names = Stream.of("bylines", "authors", "creators")
                .map(field -> item.path(field)
                        .valueStream()
                        .flatMap(entry -> entry.isString()
                                ? Stream.of(entry.asString().strip())
                                : Json.text(entry, "byline", "by", "name", "value").stream())
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    /** A status that cannot be read is not published: {@code withheld} is the careful reading. */
    private static PubStatus pubStatus(JsonNode item) {
        String unreadable = Json.isPresent(item, "pubStatus", "pubstatus") ? "unreadable" : "usable";
        return Values.pubStatus(Json.text(item, "pubStatus", "pubstatus").orElse(unreadable));
    }

    private static Order order(JsonNode item, PubStatus status) {
        String signals = Stream.concat(
                        item.path("signals").valueStream(), item.path("signal").valueStream())
                .map(signal -> signal.isString()
                        ? signal.asString()
                        : Json.text(signal, "code", "uri", "qcode", "name").orElse(""))
                .reduce("", (all, signal) -> all + " " + signal.toLowerCase(Locale.ROOT));
        return status == PubStatus.usable && signals.contains("correct") ? Order.CORRECTION : Values.order(status);
    }

    private static List<String> subjects(JsonNode item) {
        return Stream.concat(
                        item.path("subjects").valueStream(),
                        item.path("subject").valueStream())
                .flatMap(subject -> subject.isString()
                        ? Stream.of(subject.asString())
                        : Json.text(subject, "code", "qcode", "uri", "literal").stream())
                .filter(code -> !code.isBlank())
                .map(Values::subject)
                .distinct()
                .toList();
    }

    /** The value of the first entry with a role of these; an empty role stands for none. */
    private static Optional<String> role(JsonNode item, String array, String roles) {
        return item.path(array)
                .valueStream()
                .filter(entry -> entry.path("role")
                        .asString("")
                        .replaceFirst("^.*[:/]", "")
                        .matches("(?i)" + roles))
                .findFirst()
                .flatMap(NinjsReader::value);
    }

    private static Optional<String> value(JsonNode entry) {
        return Json.text(entry, "value", "text");
    }
}
