package news.slugline.ingest.format.html;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its story beside the text.
 *
 * @param published as it stands, ISO 8601 in most cases
 */
public record PageFacts(
        Optional<String> published,
        Optional<String> modified,
        Optional<String> section,
        Optional<String> language,
        Optional<String> canonicalUrl,
        Optional<String> site,
        List<String> keywords) {

    static PageFacts of(Document page, PageMetadata metadata) {
        return new PageFacts(
                metadata.article("datePublished", "dateCreated")
                        .or(() -> metadata.meta(
                                "article:published_time",
                                "datepublished",
                                "dc.date.issued",
                                "dc.date",
                                "date",
                                "pubdate",
                                "parsely-pub-date",
                                "sailthru.date",
                                "citation_publication_date"))
                        .or(() -> time(page)),
                metadata.article("dateModified")
                        .or(() -> metadata.meta(
                                "article:modified_time", "datemodified", "og:updated_time", "last-modified")),
                metadata.meta("article:section", "parsely-section", "section")
                        .or(() ->
                                metadata.articleWords("articleSection").stream().findFirst()),
                Optional.of(page.select("html").attr("lang")).filter(tag -> isTag(tag)),
                Optional.ofNullable(page.selectFirst("link[rel=canonical]"))
                        .map(link -> link.attr("href"))
                        .or(() -> metadata.meta("og:url"))
                        .flatMap(url -> PagePictures.absolute(page.baseUri(), url)),
                metadata.site(),
                keywords(metadata));
    }

    /** The instant that a date of the page means; empty where it names none for certain. */
    public static Optional<Instant> instant(String printed, @Nullable ZoneId zone) {
        String value = printed.strip()
                .replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")
                .replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (\\d)", "$1T$2");
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException _) {
            return local(value, zone).or(() -> rfc(printed));
        }
    }

    private static Optional<Instant> local(String value, @Nullable ZoneId zone) {
        if (zone == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.parse(value).atZone(zone).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> rfc(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> time(Document page) {
        return Stream.of(
                        "time[itemprop=datePublished]",
                        "time[pubdate]",
                        "[itemprop=datePublished]",
                        "article time[datetime]",
                        "time[datetime]")
                .map(page::selectFirst)
                .filter(element -> element != null)
                .map(PageFacts::dateTime)
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static String dateTime(Element element) {
        return Stream.of("datetime", "content")
                .map(element::attr)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private static boolean isTag(String tag) {
        return tag.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");
    }

    private static List<String> keywords(PageMetadata metadata) {
        List<String> words = metadata.articleWords("keywords");
        List<String> all = words.isEmpty()
                ? metadata.meta("news_keywords", "keywords")
                        .map(text -> List.of(text.split("\\s*[,;]\\s*")))
                        .orElse(List.of())
                : words;
        return all.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty() && word.length() < 60)
                .filter(word -> !word.toLowerCase(Locale.ROOT).matches("news|home|article"))
                .distinct()
                .limit(30)
                .toList();
    }
}
