package news.slugline.ingest.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.html.Markup;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of AP's Media API: one item, or the items of a feed's answer, one piece each. */
final class ApJsonReader implements Format {

    @Override
    public boolean recognises(Payload payload) {
        return Json.isJson(payload)
                && payload.head().contains("\"altids\"")
                && payload.head().contains("\"itemid\"");
    }

    @Override
    public List<Payload> pieces(Payload payload) {
        return Json.pieces(payload, ApJsonReader::items);
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        try {
            return read(items(Json.read(payload)).getFirst(), arrival);
        } catch (JacksonException e) {
            return Json.unreadable(e);
        }
    }

    private static List<JsonNode> items(JsonNode root) {
        JsonNode data = root.path("data").isMissingNode() ? root : root.path("data");
        if (data.path("items").isArray() && !data.path("items").isEmpty()) {
            return data.path("items")
                    .valueStream()
                    .map(entry -> entry.path("item").isObject() ? entry.path("item") : entry)
                    .toList();
        }
        return List.of(data.path("item").isObject() ? data.path("item") : data);
    }

    private static Reading read(JsonNode item, Arrival arrival) {
        Article.Builder article = UnderstoodCopy.blankArticle();
        Optional<String> embargoed = Json.text(item, "embargoed");
        switch (embargoed.map(value -> Embargo.read(value, arrival)).orElse(null)) {
            case null -> {}
            case Embargo.Until(var instant) -> article.setEmbargoedUntil(instant);
            case Embargo.NotUnderstood(var problem) -> {
                return problem;
            }
        }
        PubStatus status = Values.pubStatus(Json.text(item, "pubstatus").orElse(""));
        Optional<String> byline = Json.text(item, "byline").or(() -> bylines(item));
        article.setProviderId(Json.text(item.path("altids"), "itemid").orElse(null))
                .setPubStatus(status)
                .setHeadline(Json.text(item, "headline", "headline_extended", "title")
                        .orElse(""))
                .setSlugline(Json.text(item, "slugline")
                        .or(() -> Json.text(item.path("altids"), "transref"))
                        .orElse(""))
                .setByline(byline.orElse(null))
                .setAuthors(byline.map(Values::authors).orElse(List.of()))
                .setLocated(Json.text(item, "located")
                        .or(() -> Json.text(item.path("datelinelocation"), "city"))
                        .orElse(null))
                .setBody(UnderstoodCopy.body(Json.text(item, "body_nitf", "body_xhtml", "body_html", "body_text")
                        .or(() -> Json.text(item, "description_caption", "description_summary", "caption"))
                        .map(Markup::paragraphs)
                        .orElse(List.of())))
                .setLanguage(Json.text(item, "language").orElse(null))
                .setSubjects(codes(item))
                .setKeywords(item.path("keywords")
                        .valueStream()
                        .map(word -> word.asString(""))
                        .filter(word -> !word.isEmpty())
                        .toList())
                .setEdNote(Json.text(item, "ednote").orElse(null))
                .setCopyrightHolder(Json.text(item, "copyrightnotice").orElse(null))
                .setUsageTerms(Json.text(item, "usageterms")
                        .or(() -> item.path("usageterms")
                                .valueStream()
                                .map(term -> term.asString(""))
                                .filter(term -> !term.isEmpty())
                                .findFirst())
                        .orElse(null))
                .setContentCreated(Json.text(item, "firstcreated")
                        .flatMap(value -> Values.instant(value, arrival.zone()))
                        .orElse(null))
                .setPictures(item.path("associations")
                        .valueStream()
                        .filter(association ->
                                association.path("type").asString("").equals("picture"))
                        .map(ApJsonReader::picture)
                        .toList());
        Json.text(item, "urgency", "editorialpriority").flatMap(Values::urgency).ifPresent(article::setUrgency);
        return new Reading.Understood(new UnderstoodCopy(
                article,
                Json.text(item, "version").flatMap(Values::number),
                Json.text(item, "versioncreated").flatMap(value -> Values.instant(value, arrival.zone())),
                new Notice(Values.order(status), List.of())));
    }

    private static Optional<String> bylines(JsonNode item) {
        List<String> names = item.path("bylines")
                .valueStream()
                .flatMap(byline -> Json.text(byline, "by", "name").stream())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    private static List<String> codes(JsonNode item) {
        return Stream.concat(
                        item.path("subject").valueStream(),
                        item.path("subjects").valueStream())
                .flatMap(subject -> Json.text(subject, "code", "uri", "name").stream())
                .map(Values::subject)
                .distinct()
                .toList();
    }

    private static Picture picture(JsonNode association) {
        return Picture.newBuilder()
                .setHref(association
                        .path("renditions")
                        .valueStream()
                        .flatMap(rendition -> Json.text(rendition, "href").stream())
                        .filter(href -> href.matches("(?i)https?://.+"))
                        .findFirst()
                        .or(() -> Json.text(association, "uri"))
                        .orElse(null))
                .setCaption(
                        Json.text(association, "description_caption", "caption").orElse(null))
                .setHeadline(Json.text(association, "headline").orElse(null))
                .setCredit(Json.text(association, "creditline").orElse(null))
                .build();
    }
}
