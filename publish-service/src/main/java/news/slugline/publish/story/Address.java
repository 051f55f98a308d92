package news.slugline.publish.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.slugline.event.Entity;
import news.slugline.event.Tag;
import org.springframework.web.util.UriUtils;

/** Paths of the site's pages, percent-encoded (RFC 3986): the one place that knows what they look like. */
public final class Address {

    private Address() {}

    public static String story(String id, String slug) {
        return path("stories", id, slug);
    }

    /** The page of a section, by the desk's own word for it. */
    public static String section(String section) {
        return path("section", Slug.of(section));
    }

    public static String tag(Tag tag) {
        return path("tag", slug(tag));
    }

    public static String entity(Entity entity) {
        return path("entity", entity.getType().name(), slug(entity));
    }

    /** The qcode with a hyphen for the colon: {@code medtop-15000000}. */
    static String slug(Tag tag) {
        return Slug.of(tag.getQcode());
    }

    /** The part of the entity's id behind its type: {@code ada-lovelace}. */
    static String slug(Entity entity) {
        return Slug.of(entity.getId().substring(entity.getId().indexOf('/') + 1));
    }

    static String path(String... segments) {
        return Stream.of(segments)
                .map(segment -> UriUtils.encodePathSegment(segment, UTF_8))
                .collect(Collectors.joining("/", "/", ""));
    }
}
