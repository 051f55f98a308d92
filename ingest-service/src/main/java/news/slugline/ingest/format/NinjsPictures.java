package news.slugline.ingest.format;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.event.Picture;
import tools.jackson.databind.JsonNode;

/** The pictures of a ninjs item: its associations of type picture, with bytes where a rendition holds them. */
final class NinjsPictures {

    private static final Pattern DATA = Pattern.compile("^data:([\\w.+-]+/[\\w.+-]+)(?:;[\\w=.-]+)*;base64,");

    private NinjsPictures() {}

    /** An item that is a picture itself is its own first. */
    static List<Picture> of(JsonNode item) {
        return Stream.concat(Stream.of(item), item.path("associations").valueStream())
                .filter(association ->
                        "picture".equalsIgnoreCase(association.path("type").asString("")))
                .map(NinjsPictures::picture)
                .toList();
    }

    private static Picture picture(JsonNode association) {
        List<JsonNode> renditions = association.path("renditions").valueStream().toList();
        Optional<String> data = hrefs(renditions.stream())
                .filter(href -> DATA.matcher(href).find())
                .findFirst();
        Optional<byte[]> content = data.flatMap(NinjsPictures::bytes);
        return Picture.newBuilder()
                .setSha256(content.map(UnderstoodCopy::sha256).orElse(null))
                .setContent(content.map(ByteBuffer::wrap).orElse(null))
                .setContentType(content.flatMap(_ -> data)
                        .map(NinjsPictures::contentType)
                        .orElse(null))
                .setHref(hrefs(renditions.stream()
                                .sorted(Comparator.comparingInt((JsonNode rendition) ->
                                        -rendition.path("width").asInt(0))))
                        .filter(href -> href.matches("(?i)https?://.+"))
                        .findFirst()
                        .orElse(null))
                .setCaption(caption(association).orElse(null))
                .setHeadline(Json.text(association, "headline")
                        .or(() -> association
                                .path("headlines")
                                .valueStream()
                                .findFirst()
                                .flatMap(entry -> Json.text(entry, "value")))
                        .orElse(null))
                .setCredit(Json.text(
                                association,
                                "creditline",
                                "creditLine",
                                "byline",
                                "by",
                                "copyrightHolder",
                                "copyrightholder")
                        .orElse(null))
                .setCreator(Json.text(association, "byline", "by").orElse(null))
                .setDateCreated(Json.text(association, "contentCreated", "contentcreated", "firstcreated")
                        .orElse(null))
                .setLocated(Json.text(association, "located").orElse(null))
                .setCopyrightNotice(Json.text(association, "copyrightNotice", "copyrightnotice")
                        .orElse(null))
                .setUsageTerms(
                        Json.text(association, "usageTerms", "usageterms").orElse(null))
                .setAltText(role(association, "altText").orElse(null))
                .build();
    }

    private static Stream<String> hrefs(Stream<JsonNode> renditions) {
        return renditions.map(rendition -> rendition.path("href").asString(""));
    }

    private static Optional<String> caption(JsonNode association) {
        return role(association, "caption")
                .or(() -> association
                        .path("descriptions")
                        .valueStream()
                        .filter(description -> !"altText"
                                .equalsIgnoreCase(description.path("role").asString("")))
                        .findFirst()
                        .flatMap(description -> Json.text(description, "value")))
                .or(() -> Json.text(association, "description_text", "description_usage", "headline"));
    }

    private static Optional<String> role(JsonNode association, String role) {
        return association
                .path("descriptions")
                .valueStream()
                .filter(description ->
                        role.equalsIgnoreCase(description.path("role").asString("")))
                .findFirst()
                .flatMap(description -> Json.text(description, "value"));
    }

    private static Optional<byte[]> bytes(String dataUri) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String contentType(String dataUri) {
        return dataUri.substring("data:".length(), dataUri.indexOf(';'));
    }
}
