package news.slugline.ingest.format;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.Notice.Order;
import news.slugline.ingest.format.text.BylineRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads IPTC ninjs, versions 1.x to 3.x: fields are found by either version's name.
 *
 * <p>A picture comes along where a rendition's href is a {@code data:} URI (RFC 2397); other hrefs are not followed.
 */
final class NinjsReader implements Format {

    private static final int MOST_URGENT = 1;
    private static final int LEAST_URGENT = 9;

    @Override
    public boolean recognises(Payload payload) {
        return Json.isJson(payload);
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        JsonNode item;
        try {
            item = Json.read(payload);
        } catch (JacksonException e) {
            return Json.unreadable(e);
        }
        if (!item.isObject()) {
            return new Reading.Unreadable(
                    "not-ninjs",
                    "The JSON is no object, so it is no ninjs news item.",
                    "Send one ninjs object: {\"uri\": …, \"headlines\": […], \"bodies\": […]}.");
        }
        Optional<String> embargoed = text(item, "embargoedUntil", "embargoed")
                .or(() ->
                        isPresent(item, "embargoedUntil", "embargoed") ? Optional.of("not a date") : Optional.empty());
        return switch (embargoed.map(value -> Embargo.read(value, arrival)).orElse(null)) {
            case null -> new Reading.Understood(understood(item, null));
            case Embargo.Until(var instant) -> new Reading.Understood(understood(item, instant));
            case Embargo.NotUnderstood(var problem) -> problem;
        };
    }

    private static UnderstoodCopy understood(JsonNode item, @Nullable Instant embargoedUntil) {
        Optional<String> byline = text(item, "byline", "by");
        PubStatus pubStatus = pubStatus(item);
        Article.Builder article = UnderstoodCopy.blankArticle()
                .setProviderId(text(item, "uri").orElse(null))
                .setPubStatus(pubStatus)
                .setHeadline(role(item, "headlines", "main")
                        .or(() -> text(item, "headline", "title"))
                        .orElse(""))
                .setSubheadline(role(item, "headlines", "subtitle").orElse(null))
                .setSlugline(text(item, "slugline").orElse(""))
                .setByline(byline.orElse(null))
                .setAuthors(byline.map(NinjsReader::authors).orElse(List.of()))
                .setLocated(text(item, "located").orElse(null))
                .setBody(UnderstoodCopy.body(NinjsBody.paragraphs(item)))
                .setSection(text(item, "section").orElse(null))
                .setLanguage(text(item, "language").orElse(null))
                .setPictures(NinjsPictures.of(item))
                .setSubjects(subjects(item))
                .setEmbargoedUntil(embargoedUntil)
                .setExpires(text(item, "expires").flatMap(NinjsReader::instant).orElse(null))
                .setEdNote(text(item, "edNote", "ednote").orElse(null))
                .setCopyrightHolder(
                        text(item, "copyrightHolder", "copyrightholder").orElse(null))
                .setUsageTerms(text(item, "usageTerms", "usageterms").orElse(null));
        text(item, "urgency")
                .flatMap(NinjsReader::number)
                .map(Long::intValue)
                .filter(urgency -> urgency >= MOST_URGENT && urgency <= LEAST_URGENT)
                .ifPresent(article::setUrgency);
        Order order = switch (pubStatus) {
            case canceled -> Order.KILL;
            case withheld -> Order.HOLD;
            case usable -> Order.NONE;
        };
        return new UnderstoodCopy(
                article,
                text(item, "version").flatMap(NinjsReader::number),
                text(item, "versionCreated", "versioncreated").flatMap(NinjsReader::instant),
                new Notice(order, List.of()));
    }

    /** Unknown words are not published: {@code withheld} is the careful reading. */
    private static PubStatus pubStatus(JsonNode item) {
        String unreadable = isPresent(item, "pubStatus", "pubstatus") ? "unreadable" : "usable";
        return switch (text(item, "pubStatus", "pubstatus").orElse(unreadable).replaceFirst("^stat:", "")) {
            case "usable" -> PubStatus.usable;
            case "canceled", "cancelled" -> PubStatus.canceled;
            default -> PubStatus.withheld;
        };
    }

    private static List<String> authors(String byline) {
        String by = byline.regionMatches(true, 0, "by ", 0, 3) ? byline : "By " + byline;
        return BylineRules.authors(by);
    }

    private static List<String> subjects(JsonNode item) {
        return Stream.concat(
                        item.path("subjects").valueStream(),
                        item.path("subject").valueStream())
                .flatMap(subject ->
                        Stream.of(text(subject, "uri"), text(subject, "code")).flatMap(Optional::stream))
                .map(code -> code.replaceFirst("^https?://cv\\.iptc\\.org/newscodes/mediatopic/", "medtop:"))
                .filter(code -> code.startsWith("medtop:"))
                .distinct()
                .toList();
    }

    private static Optional<String> role(JsonNode item, String array, String role) {
        return item.path(array)
                .valueStream()
                .filter(entry -> role.equals(entry.path("role").asString("main")))
                .findFirst()
                .flatMap(entry -> text(entry, "value"));
    }

    /** The first of these fields that holds a text or a number. */
    static Optional<String> text(JsonNode node, String... names) {
        return Arrays.stream(names)
                .map(node::path)
                .filter(value -> value.isString() || value.isNumber())
                .map(value -> value.asString().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Whether one of these fields holds anything, be it of a wrong type. */
    private static boolean isPresent(JsonNode node, String... names) {
        return Arrays.stream(names).map(node::path).anyMatch(value -> !value.isMissingNode() && !value.isNull());
    }

    private static Optional<Long> number(String value) {
        try {
            return Optional.of(Long.parseLong(value)).filter(number -> number >= 0);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
