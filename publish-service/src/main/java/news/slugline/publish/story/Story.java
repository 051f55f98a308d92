package news.slugline.publish.story;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Entity;
import news.slugline.event.Language;
import news.slugline.event.Picture;
import news.slugline.event.Tag;

/**
 * A story that readers may see.
 *
 * @param id public id, stable for the article's uri
 * @param slug readable end of its address
 * @param firstPublishedAt when readers saw it first
 * @param updatedAt when something that readers see last changed
 * @param enriched the article as it is shown
 */
public record Story(String id, String slug, Instant firstPublishedAt, Instant updatedAt, ArticleEnriched enriched) {

    private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\\R(?:\\h*\\R)+");

    public Article article() {
        return enriched.getArticle();
    }

    public List<Tag> tags() {
        return enriched.getEnrichment().getTags();
    }

    public List<Entity> entities() {
        return enriched.getEnrichment().getEntities();
    }

    /** The path of its page. */
    public String path() {
        return Address.story(id, slug);
    }

    public boolean isUpdated() {
        return updatedAt.isAfter(firstPublishedAt);
    }

    /** As detected, else as declared; empty where neither says. */
    public Optional<Locale> language() {
        return languageOf(enriched);
    }

    /** See {@link #language()}. */
    public static Optional<Locale> languageOf(ArticleEnriched enriched) {
        return Stream.concat(
                        enriched.getEnrichment().getLanguage().map(Language::getTag).stream(),
                        enriched.getArticle().getLanguage().stream())
                .map(Locale::forLanguageTag)
                .filter(locale -> !locale.getLanguage().isEmpty())
                .findFirst();
    }

    public Direction direction() {
        return language().map(Direction::of).orElse(Direction.ltr);
    }

    public List<String> paragraphs() {
        return BETWEEN_PARAGRAPHS
                .splitAsStream(article().getBody().strip())
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }

    /** The standfirst, else the first paragraph: what stands under a headline in a list. */
    public String summary() {
        return article()
                .getSubheadline()
                .or(() -> enriched.getEnrichment().getSummary())
                .orElseGet(() -> paragraphs().getFirst());
    }

    /** The names behind the story, one an item; the byline as printed where the copy told no names apart. */
    public List<String> creators() {
        List<String> authors = article().getAuthors();
        return authors.isEmpty() ? article().getByline().stream().toList() : authors;
    }

    /** Absent where no picture came along, though a caption may have. */
    public Optional<Picture> leadPicture() {
        return article().getPictures().stream()
                .findFirst()
                .filter(picture -> !picture.getRenditions().isEmpty());
    }
}
