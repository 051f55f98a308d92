package news.slugline.ingest.format.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says of itself in its head: JSON-LD (schema.org), Open Graph, Dublin Core, other {@code meta} and microdata.
 *
 * <p>None of it is believed here: whoever uses it looks whether the page agrees.
 */
final class PageMetadata {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.core.json.JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(tools.jackson.core.json.JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final int MOST_OBJECTS = 200;

    private final Map<String, String> metas = new HashMap<>();
    private final List<String> authors = new ArrayList<>();
    private final List<JsonNode> articles = new ArrayList<>();

    /** Reads them from a page that is whole still. */
    PageMetadata(Document page) {
        for (Element meta : page.getElementsByTag("meta")) {
            String name = Stream.of("property", "name", "itemprop")
                    .map(meta::attr)
                    .filter(value -> !value.isBlank())
                    .findFirst()
                    .orElse("")
                    .toLowerCase(Locale.ROOT);
            String content = meta.attr("content").strip();
            if (!name.isEmpty() && !content.isEmpty()) {
                metas.putIfAbsent(name, content);
                if (name.equals("article:author") || name.equals("author") || name.equals("citation_author")) {
                    authors.add(content);
                }
            }
        }
        for (Element script : page.getElementsByTag("script")) {
            if (script.attr("type").toLowerCase(Locale.ROOT).startsWith("application/ld+json")) {
                collect(parse(script.data()), new int[] {MOST_OBJECTS});
            }
        }
    }

    /** The first of these {@code meta} that has a content. */
    Optional<String> meta(String... names) {
        return Stream.of(names).map(metas::get).filter(value -> value != null).findFirst();
    }

    /** The contents of these {@code meta}. */
    Stream<String> metas(String... names) {
        return Stream.of(names).map(metas::get).filter(value -> value != null);
    }

    /** The names of organisations: the publisher, and authors that are none. */
    Set<String> organisations() {
        return Stream.concat(
                        site().stream(),
                        articles.stream()
                                .flatMap(article -> Stream.of(article.path("publisher"), article.path("author")))
                                .flatMap(one -> one.isArray() ? one.valueStream() : Stream.of(one))
                                .filter(one -> one.path("@type").asString("").endsWith("Organization"))
                                .map(one -> one.path("name").asString("")))
                .filter(name -> !name.isBlank())
                .collect(Collectors.toSet());
    }

    /** All authors that {@code meta} name. */
    List<String> metaAuthors() {
        return authors;
    }

    /** A text of the article's JSON-LD. */
    Optional<String> article(String... names) {
        return articles.stream()
                .flatMap(article -> Stream.of(names).map(article::path))
                .filter(JsonNode::isString)
                .map(value -> value.asString().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The names of the article's authors in JSON-LD; no organisations. */
    List<String> articleAuthors() {
        return articles.stream()
                .map(article -> names(article.path("author")))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The name of the publisher in JSON-LD, else of the site. */
    Optional<String> site() {
        return meta("og:site_name", "application-name")
                .or(() -> articles.stream()
                        .map(article -> article.path("publisher").path("name").asString(""))
                        .filter(name -> !name.isBlank())
                        .findFirst());
    }

    /** Words of the article's JSON-LD that are a list, or one text with commas. */
    List<String> articleWords(String name) {
        return articles.stream()
                .map(article -> article.path(name))
                .map(value -> value.isArray()
                        ? value.valueStream()
                                .filter(JsonNode::isString)
                                .map(JsonNode::asString)
                                .toList()
                        : value.isString() ? List.of(value.asString().split("\\s*,\\s*")) : List.<String>of())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Addresses of the article's pictures in JSON-LD. */
    List<String> articlePictures() {
        return articles.stream()
                .map(article -> article.path("image"))
                .flatMap(image -> image.isArray() ? image.valueStream() : Stream.of(image))
                .map(image ->
                        image.isString() ? image.asString() : image.path("url").asString(""))
                .filter(url -> !url.isBlank())
                .toList();
    }

    private static List<String> names(JsonNode author) {
        Stream<JsonNode> all = author.isArray() ? author.valueStream() : Stream.of(author);
        return all.filter(one -> !one.path("@type").asString("").endsWith("Organization"))
                .map(one -> one.isString() ? one.asString() : one.path("name").asString(""))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private void collect(JsonNode node, int[] left) {
        if (node.isArray()) {
            node.valueStream().limit(MOST_OBJECTS).forEach(one -> collect(one, left));
        } else if (node.isObject() && left[0]-- > 0) {
            if (isArticle(node.path("@type"))) {
                articles.add(node);
            }
            collect(node.path("@graph"), left);
            collect(node.path("mainEntity"), left);
            collect(node.path("mainEntityOfPage"), left);
        }
    }

    private static boolean isArticle(JsonNode type) {
        String name = type.isArray() ? type.path(0).asString("") : type.asString("");
        return name.matches(
                "(?:https?://schema.org/)?(?:\\w*Article|BlogPosting|LiveBlogPosting|Report|Recipe|Review|NewsStory|ReportageNewsArticle)");
    }

    private static JsonNode parse(String data) {
        String json = data.strip()
                .replaceFirst("^(?://)?<!(?:--|\\[CDATA\\[)", "")
                .replaceFirst("(?://)?(?:-->|\\]\\]>)$", "");
        try {
            return JSON.readTree(json);
        } catch (JacksonException _) {
            return JSON.missingNode();
        }
    }
}
