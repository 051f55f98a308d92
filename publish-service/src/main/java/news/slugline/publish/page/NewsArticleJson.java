package news.slugline.publish.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.slugline.event.Entity;
import news.slugline.event.EntityType;
import news.slugline.event.Tag;
import news.slugline.publish.story.Pictures;
import news.slugline.publish.story.SiteProperties;
import news.slugline.publish.story.Story;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes a story as schema.org NewsArticle in JSON-LD.
 *
 * <p>The text is safe inside an HTML script element: it holds none of the characters that could end one.
 */
final class NewsArticleJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private NewsArticleJson() {}

    static String of(Story story, SiteProperties site) {
        return JSON.writeValueAsString(describe(story, site))
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private static Map<String, Object> describe(Story story, SiteProperties site) {
        var article = story.article();
        var json = new LinkedHashMap<String, Object>();
        json.put("@context", "https://schema.org");
        json.put("@type", "NewsArticle");
        json.put("mainEntityOfPage", site.absolute(story.path()));
        json.put("identifier", article.getUri());
        json.put("headline", article.getHeadline());
        json.put("description", story.summary());
        json.put("datePublished", story.firstPublishedAt().toString());
        json.put("dateModified", story.updatedAt().toString());
        json.put("inLanguage", story.language().orElse(site.language()).toLanguageTag());
        json.put("publisher", thing("Organization", site.name()));
        json.put("author", authors(story, site));
        describeDetails(story, site, json);
        return json;
    }

    /** What a story may lack. */
    private static void describeDetails(Story story, SiteProperties site, Map<String, Object> json) {
        var article = story.article();
        article.getLocated().ifPresent(place -> json.put("dateline", place));
        article.getSection().ifPresent(section -> json.put("articleSection", section));
        article.getCopyrightHolder().ifPresent(holder -> json.put("copyrightHolder", thing("Organization", holder)));
        story.leadPicture()
                .ifPresent(picture -> json.put(
                        "image",
                        Pictures.sizes(picture).stream()
                                .map(size -> site.absolute(size.getHref()))
                                .toList()));
        if (!story.tags().isEmpty()) {
            json.put("keywords", story.tags().stream().map(Tag::getName).toList());
        }
        if (!story.entities().isEmpty()) {
            json.put(
                    "mentions",
                    story.entities().stream().map(NewsArticleJson::mention).toList());
        }
    }

    private static List<Map<String, String>> authors(Story story, SiteProperties site) {
        List<Map<String, String>> people =
                story.creators().stream().map(name -> thing("Person", name)).toList();
        return people.isEmpty() ? List.of(thing("Organization", site.name())) : people;
    }

    private static Map<String, String> mention(Entity entity) {
        return thing(type(entity.getType()), entity.getName());
    }

    private static String type(EntityType type) {
        return switch (type) {
            case person -> "Person";
            case organisation -> "Organization";
            case place -> "Place";
            case event -> "Event";
        };
    }

    /** In this order always, so that the page's bytes stay the same. */
    private static Map<String, String> thing(String type, String name) {
        var thing = new LinkedHashMap<String, String>();
        thing.put("@type", type);
        thing.put("name", name);
        return thing;
    }
}
