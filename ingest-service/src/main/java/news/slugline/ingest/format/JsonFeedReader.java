package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.ingest.format.html.Markup;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON Feed 1.0 and 1.1: one piece for each item. */
final class JsonFeedReader implements Format {

    @Override
    public boolean recognises(Payload payload) {
        return payload.mediaType().equals("application/feed+json")
                || (Json.isJson(payload) && payload.head().contains("jsonfeed.org/version/"));
    }

    @Override
    public List<Payload> pieces(Payload payload) {
        try {
            JsonNode feed = Json.read(payload);
            return feed.path("items").size() < 2 || !(feed instanceof ObjectNode)
                    ? List.of(payload)
                    : feed.path("items")
                            .valueStream()
                            .map(item -> piece(feed, item, payload))
                            .toList();
        } catch (JacksonException _) {
            return List.of(payload);
        }
    }

    private static Payload piece(JsonNode feed, JsonNode item, Payload payload) {
        ObjectNode single = ((ObjectNode) feed).deepCopy();
        single.putArray("items").add(item);
        return new Payload(single.toString().getBytes(UTF_8), "application/feed+json", payload.fileName());
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        try {
            JsonNode feed = Json.read(payload);
            JsonNode item = feed.path("items").path(0);
            return item.isObject()
                    ? new Reading.Understood(understood(feed, item, arrival))
                    : new Reading.Unreadable(
                            "no-items",
                            "The feed holds no item.",
                            "Send it when it has one, or send the story itself.");
        } catch (JacksonException e) {
            return Json.unreadable(e);
        }
    }

    private static UnderstoodCopy understood(JsonNode feed, JsonNode item, Arrival arrival) {
        Optional<String> byline = byline(item).or(() -> byline(feed));
        List<String> body = Json.text(item, "content_html")
                .map(Markup::paragraphs)
                .filter(list -> !list.isEmpty())
                .or(() -> Json.text(item, "content_text", "summary").map(text -> List.of(text.split("\\n\\s*\\n"))))
                .orElse(List.of());
        Article.Builder article = UnderstoodCopy.blankArticle()
                .setProviderId(Json.text(item, "id", "url").orElse(null))
                .setHeadline(
                        Json.text(item, "title").orElseGet(() -> body.isEmpty() ? "" : firstWords(body.getFirst())))
                .setByline(byline.orElse(null))
                .setAuthors(byline.map(Values::authors).orElse(List.of()))
                .setBody(UnderstoodCopy.body(body))
                .setLanguage(Json.text(item, "language")
                        .or(() -> Json.text(feed, "language"))
                        .orElse(null))
                .setSource(Json.text(feed, "title").orElse(null))
                .setCanonicalUrl(Json.text(item, "url").orElse(null))
                .setKeywords(item.path("tags")
                        .valueStream()
                        .map(tag -> tag.asString(""))
                        .filter(tag -> !tag.isEmpty())
                        .toList())
                .setContentCreated(Json.text(item, "date_published")
                        .flatMap(date -> Values.instant(date, arrival.zone()))
                        .orElse(null))
                .setPictures(pictures(item));
        return new UnderstoodCopy(
                article,
                Optional.empty(),
                Json.text(item, "date_modified", "date_published")
                        .flatMap(date -> Values.instant(date, arrival.zone())),
                Notice.NONE);
    }

    private static Optional<String> byline(JsonNode node) {
        List<String> names = Stream.concat(node.path("authors").valueStream(), Stream.of(node.path("author")))
                .map(author -> author.path("name").asString("").strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    private static List<Picture> pictures(JsonNode item) {
        Stream<String> attached = item.path("attachments")
                .valueStream()
                .filter(attachment -> attachment.path("mime_type").asString("").startsWith("image/"))
                .map(attachment -> attachment.path("url").asString(""));
        return Stream.concat(Json.text(item, "image", "banner_image").stream(), attached)
                .filter(url -> url.matches("(?i)https?://.+"))
                .distinct()
                .map(url -> Picture.newBuilder().setHref(url).build())
                .toList();
    }

    /** An item of a microblog has no title. */
    private static String firstWords(String paragraph) {
        return paragraph.length() <= 100
                ? paragraph
                : paragraph.substring(0, 100).replaceFirst("\\s\\S*$", "") + " …";
    }
}
