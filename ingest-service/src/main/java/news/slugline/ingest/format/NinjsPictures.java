package news.slugline.ingest.format;

import java.nio.ByteBuffer;
import java.util.Base64;
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

    static List<Picture> of(JsonNode item) {
        return associations(item)
                .filter(association -> "picture".equals(association.path("type").asString("")))
                .map(NinjsPictures::picture)
                .toList();
    }

    /** An array from ninjs 2 on, an object with names before. */
    private static Stream<JsonNode> associations(JsonNode item) {
        return item.path("associations").valueStream();
    }

    private static Picture picture(JsonNode association) {
        Optional<String> data = association
                .path("renditions")
                .valueStream()
                .map(rendition -> rendition.path("href").asString(""))
                .filter(href -> DATA.matcher(href).find())
                .findFirst();
        Optional<byte[]> content = data.flatMap(NinjsPictures::bytes);
        return Picture.newBuilder()
                .setSha256(content.map(UnderstoodCopy::sha256).orElse(null))
                .setContent(content.map(ByteBuffer::wrap).orElse(null))
                .setContentType(content.flatMap(_ -> data)
                        .map(NinjsPictures::contentType)
                        .orElse(null))
                .setCaption(caption(association).orElse(null))
                .setCredit(NinjsReader.text(
                                association,
                                "byline",
                                "by",
                                "creditline",
                                "creditLine",
                                "copyrightHolder",
                                "copyrightholder")
                        .orElse(null))
                .setAltText(role(association, "altText").orElse(null))
                .build();
    }

    private static Optional<String> caption(JsonNode association) {
        return role(association, "caption")
                .or(() -> association
                        .path("descriptions")
                        .valueStream()
                        .findFirst()
                        .flatMap(description -> NinjsReader.text(description, "value")))
                .or(() -> NinjsReader.text(association, "description_text", "description_usage", "headline"));
    }

    private static Optional<String> role(JsonNode association, String role) {
        return association
                .path("descriptions")
                .valueStream()
                .filter(description ->
                        role.equalsIgnoreCase(description.path("role").asString("")))
                .findFirst()
                .flatMap(description -> NinjsReader.text(description, "value"));
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
