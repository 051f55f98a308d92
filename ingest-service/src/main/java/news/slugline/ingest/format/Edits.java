package news.slugline.ingest.format;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.ingest.format.Notice.Order;
import news.slugline.ingest.format.text.BylineRules;
import tools.jackson.databind.JsonNode;

/** Puts what a person edited in the place of what was understood. Names are those of the answer to a desk. */
final class Edits {

    private static final int MOST_URGENT = 1;
    private static final int LEAST_URGENT = 9;

    private Edits() {}

    static Reading apply(UnderstoodCopy copy, JsonNode edits) {
        Article.Builder article = Article.newBuilder(copy.article());
        text(edits, "headline", article::setHeadline);
        text(edits, "subheadline", article::setSubheadline);
        text(edits, "byline", byline -> article.setByline(byline).setAuthors(authors(byline)));
        text(edits, "located", article::setLocated);
        text(edits, "section", article::setSection);
        text(edits, "language", article::setLanguage);
        text(edits, "slugline", article::setSlugline);
        text(edits, "edNote", article::setEdNote);
        text(edits, "body", body -> article.setBody(UnderstoodCopy.body(List.of(body.split("\\n\\s*\\n")))));
        if (edits.path("keywords").isArray()) {
            article.setKeywords(strings(edits.path("keywords")).toList());
        }
        if (edits.path("urgency").isInt()) {
            article.setUrgency(Math.clamp(edits.path("urgency").asInt(), MOST_URGENT, LEAST_URGENT));
        }
        Optional<String> embargo =
                Optional.of(edits.path("embargoedUntil").asString("").strip()).filter(at -> !at.isEmpty());
        Optional<Instant> until = embargo.flatMap(Edits::instant);
        if (embargo.isPresent() && until.isEmpty()) {
            return Embargo.notUnderstood(embargo.get()).problem();
        }
        until.ifPresent(article::setEmbargoedUntil);
        Notice notice = edits.path("notice").asString("").equals("correction")
                        && copy.notice().order() == Order.NONE
                ? new Notice(Order.CORRECTION, List.of())
                : copy.notice();
        return new Reading.Understood(
                new UnderstoodCopy(article.build(), copy.version(), copy.versionCreated(), notice, copy.lines()));
    }

    private static void text(JsonNode edits, String name, Consumer<String> field) {
        if (edits.path(name).isString()) {
            field.accept(edits.path(name).asString().strip());
        }
    }

    private static Stream<String> strings(JsonNode array) {
        return array.valueStream()
                .filter(JsonNode::isString)
                .map(value -> value.asString().strip());
    }

    private static List<String> authors(String byline) {
        return BylineRules.authors(byline);
    }

    private static Optional<Instant> instant(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
