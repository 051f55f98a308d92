package news.slugline.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import news.slugline.event.Article;
import news.slugline.ingest.format.html.PageFacts;
import news.slugline.ingest.format.html.WebPage;
import news.slugline.ingest.format.text.BylineRules;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads web pages (HTML Living Standard, XHTML) as they were saved or crawled: the story without the page around it.
 *
 * <p>Metadata count where the page agrees with them.
 */
final class HtmlReader implements Format {

    private static final Pattern OPENING = Pattern.compile(
            "(?i)\\A(?:<!doctype html|<html|<head|<body|<article|<main|<!--.{0,200}-->\\s*<(?:!doctype|html))");
    private static final Pattern FRAGMENT =
            Pattern.compile("(?is)<(p|div|h1|h2|article|section)\\b[^>]{0,300}>.*</\\1\\s*>");
    private static final int MAX_DEPTH = 512;

    @Override
    public boolean recognises(Payload payload) {
        String head = payload.head();
        boolean isPage = OPENING.matcher(head).find() || payload.rootElement().equalsIgnoreCase("html");
        boolean isDeclared =
                payload.mediaType().equals("text/html") || payload.mediaType().equals("application/xhtml+xml");
        return isPage
                || (isDeclared && head.startsWith("<"))
                || (head.startsWith("<") && FRAGMENT.matcher(head).find() && !head.startsWith("<?xml"));
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        WebPage page = WebPage.of(document(payload));
        PageFacts facts = page.facts();
        var published = facts.published().flatMap(date -> PageFacts.instant(date, arrival.zone()));
        var modified = facts.modified().flatMap(date -> PageFacts.instant(date, arrival.zone()));
        Article.Builder article = UnderstoodCopy.blankArticle()
                .setHeadline(page.headline())
                .setByline(page.byline().orElse(null))
                .setAuthors(page.byline().map(byline -> authors(page, byline)).orElse(List.of()))
                .setBody(UnderstoodCopy.body(page.paragraphs()))
                .setSection(facts.section().orElse(null))
                .setLanguage(facts.language().orElse(null))
                .setPictures(page.pictures())
                .setSource(facts.site().orElse(null))
                .setContentCreated(published.orElse(null))
                .setCanonicalUrl(facts.canonicalUrl().orElse(null))
                .setKeywords(facts.keywords());
        return new Reading.Understood(
                new UnderstoodCopy(article, Optional.empty(), modified.or(() -> published), Notice.NONE));
    }

    private static List<String> authors(WebPage page, String byline) {
        if (!page.authors().isEmpty() && byline.contains(page.authors().getFirst())) {
            return page.authors();
        }
        return BylineRules.authors(byline.regionMatches(true, 0, "by ", 0, 3) ? byline : "By " + byline);
    }

    private static Document document(Payload payload) {
        try {
            var parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
            return Jsoup.parse(new ByteArrayInputStream(payload.content()), charset(payload), "", parser);
        } catch (IOException | RuntimeException _) {
            return Jsoup.parse(TextDecoder.decode(payload.content(), payload.contentType()));
        }
    }

    /** Bytes that are UTF-8 are not believed to be anything else. Null has the parser look for {@code meta}. */
    private static @Nullable String charset(Payload payload) {
        String looks = TextDecoder.charsetOf(payload.content());
        if (looks.equals("UTF-8")) {
            return looks;
        }
        Optional<String> declared = TextDecoder.declared(payload.contentType());
        boolean isNamed = payload.head().toLowerCase(Locale.ROOT).contains("charset");
        return declared.orElse(isNamed ? null : looks);
    }
}
