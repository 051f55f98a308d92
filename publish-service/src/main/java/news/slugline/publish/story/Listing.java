package news.slugline.publish.story;

/** What a list of stories is about. */
public sealed interface Listing {

    /** All stories: the home page. */
    record Front() implements Listing {}

    record Section(String slug) implements Listing {}

    record Tagged(String slug) implements Listing {}

    record About(String type, String slug) implements Listing {}

    /** The path of its first page. */
    default String path() {
        return switch (this) {
            case Front() -> "/";
            case Section(var slug) -> Address.path("section", slug);
            case Tagged(var slug) -> Address.path("tag", slug);
            case About(var type, var slug) -> Address.path("entity", type, slug);
        };
    }

    /** The path of its RSS feed. */
    default String feedPath() {
        return this instanceof Front ? "/feed.rss" : path() + "/feed.rss";
    }

    /** Its name, as one of the stories in it spells it; empty for the front. */
    default String name(Story story) {
        return switch (this) {
            case Front() -> "";
            case Section(var slug) -> story.article().getSection().orElse(slug);
            case Tagged(var slug) ->
                story.tags().stream()
                        .filter(tag -> Address.slug(tag).equals(slug))
                        .findFirst()
                        .map(tag -> tag.getName())
                        .orElse(slug);
            case About(var type, var slug) ->
                story.entities().stream()
                        .filter(entity -> entity.getType().name().equals(type)
                                && Address.slug(entity).equals(slug))
                        .findFirst()
                        .map(entity -> entity.getName())
                        .orElse(slug);
        };
    }
}
