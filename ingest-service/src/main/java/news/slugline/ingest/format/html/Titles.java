package news.slugline.ingest.format.html;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.ingest.format.text.Prose;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds a page's headline: the heading that the page's own title agrees with, without the name of the site. */
final class Titles {

    private static final Pattern SEPARATOR =
            Pattern.compile("\\s+[|–—·•«»›/\\\\-]\\s+|\\s*[|｜]\\s*|\\s+::\\s+|_(?=[^_]*$)");
    private static final Pattern PART = Pattern.compile(SEPARATOR.pattern() + "|[:：]\\s");
    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST = 200;
    private static final int LONGEST_SITE = 5;

    private Titles() {}

    static String headline(Document page, List<Block> blocks, PageMetadata metadata) {
        List<String> headings = headings(page);
        Optional<String> given = metadata.article("headline", "name")
                .or(() -> metadata.meta(
                        "og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "title"));
        String title = page.title().replaceAll("\\s+", " ").strip();
        String site = Prose.plain(metadata.site().or(() -> masthead(page)).orElse(""));
        List<String> told = Stream.concat(
                        Stream.of(title),
                        Stream.concat(
                                metadata.article("headline", "name").stream(),
                                metadata.metas("og:title", "twitter:title", "dc.title", "parsely-title")))
                .toList();
        return headings.stream()
                .filter(heading -> told.stream().anyMatch(text -> agrees(heading, text)))
                .filter(heading -> !Prose.plain(heading).equals(site))
                .findFirst()
                .or(() -> onlyHeading(page, site))
                .or(() -> shownPart(blocks, given.orElse(title), site))
                .or(() -> given.isEmpty() && headings.isEmpty() ? emphasised(blocks) : Optional.empty())
                .or(() -> given.map(text -> withoutSite(text, site))
                        .filter(text -> !Prose.plain(text).equals(site)))
                .or(() -> headings.size() == 1 && Prose.words(headings.getFirst()) >= FEWEST_WORDS
                        ? Optional.of(headings.getFirst())
                        : Optional.empty())
                .or(() -> Optional.of(withoutSite(title, site)).filter(text -> !text.isEmpty()))
                .or(() -> headings.stream().findFirst())
                .orElse("");
    }

    /** The one first-order heading of the page's main part: editors write another title for search engines. */
    private static Optional<String> onlyHeading(Document page, String site) {
        List<String> headings = page.select("article h1, main h1, [role=main] h1, [itemprop=articleBody] h1").stream()
                .filter(heading -> !isMasthead(heading))
                .map(heading -> heading.text().replaceAll("\\s+", " ").strip())
                .filter(heading -> !heading.isEmpty() && !Prose.plain(heading).equals(site))
                .distinct()
                .toList();
        return headings.size() == 1
                        && (Prose.words(headings.getFirst()) >= FEWEST_WORDS || Prose.isUnspaced(headings.getFirst()))
                ? Optional.of(headings.getFirst())
                : Optional.empty();
    }

    /** A part of the title that the page shows as a line of its own. */
    private static Optional<String> shownPart(List<Block> blocks, String title, String site) {
        List<String> parts = PART.splitAsStream(title)
                .filter(part ->
                        Prose.words(part) >= FEWEST_WORDS && !Prose.plain(part).equals(site))
                .toList();
        return blocks.stream()
                .limit(150)
                .flatMap(block -> block.text().lines())
                .filter(line ->
                        parts.stream().anyMatch(part -> Prose.plain(part).equals(Prose.plain(line))))
                .findFirst();
    }

    private static List<String> headings(Document page) {
        return Stream.concat(
                        page
                                .select("h1, [itemprop=headline], .entry-title, .post-title, .article-title, .headline")
                                .stream(),
                        page.getElementsByTag("h2").stream().limit(5))
                .filter(heading -> !isMasthead(heading))
                .map(Element::text)
                .map(text -> text.replaceAll("\\s+", " ").strip())
                .filter(text -> !text.isEmpty() && text.length() < 300)
                .distinct()
                .toList();
    }

    /** On pages older than headings: the line in bold or large type above the text. */
    private static Optional<String> emphasised(List<Block> blocks) {
        int text = 0;
        while (text < blocks.size() && !Paragraphs.isProse(blocks.get(text))) {
            text++;
        }
        return blocks.subList(0, text).stream()
                .filter(block -> block.linked() == 0)
                .flatMap(block -> block.element().select("b, strong, big, font[size], h3, h4, h5").stream())
                .filter(element -> !element.attr("size").startsWith("-")
                        && !element.attr("size").matches("[12]"))
                .map(element -> element.text().strip())
                .filter(line ->
                        Prose.words(line) >= FEWEST_WORDS && line.length() <= LONGEST && !Prose.endsSentence(line))
                .findFirst();
    }

    private static Optional<String> masthead(Document page) {
        return page.select("h1, h2").stream()
                .filter(Titles::isMasthead)
                .map(Element::text)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** The name of the site: a heading that is a link to its front page. */
    private static boolean isMasthead(Element heading) {
        Element link = Optional.ofNullable(heading.selectFirst("a[href]")).orElse(heading.closest("a[href]"));
        return link != null
                && link.text().length() * 10 >= heading.text().length() * 9
                && link.attr("href").matches("(?i)(?:https?://[^/]+)?/?(?:index\\.\\w{3,5})?(?:[?#].*)?");
    }

    /** Whether a heading is the title, or the title with the site's name around it; not a mere word of it. */
    private static boolean agrees(String heading, String title) {
        String plain = Prose.plain(heading);
        String whole = Prose.plain(title);
        return !plain.isEmpty()
                && (whole.equals(plain)
                        || (whole.contains(plain) && plain.length() * 2 >= whole.length())
                        || (plain.contains(whole) && whole.length() * 2 >= plain.length() && !whole.isEmpty()));
    }

    /** The site's name stands behind a separator at the end, or at the start; a headline's own dash stays. */
    private static String withoutSite(String title, String site) {
        var parts = SEPARATOR.splitAsStream(title).toList();
        if (parts.size() < 2) {
            return title;
        }
        String last = parts.getLast();
        String first = parts.getFirst();
        if (isSite(last, site)
                || (Prose.words(last) <= LONGEST_SITE && words(parts.subList(0, parts.size() - 1)) >= FEWEST_WORDS)) {
            String rest = title.substring(0, title.lastIndexOf(last)).replaceFirst("[\\s|｜–—·•«»›:/_\\\\-]+$", "");
            return parts.size() > 2 ? withoutSite(rest, site) : rest;
        }
        if (isSite(first, site)) {
            return title.substring(first.length()).replaceFirst("^[\\s|｜–—·•«»›:/_\\\\-]+", "");
        }
        return title;
    }

    private static boolean isSite(String part, String site) {
        String plain = Prose.plain(part);
        return !site.isEmpty() && (plain.equals(site) || plain.replace(" ", "").equals(site.replace(" ", "")));
    }

    private static int words(List<String> parts) {
        return parts.stream()
                .mapToInt(part -> Prose.isUnspaced(part) ? part.length() / 2 : Prose.words(part))
                .sum();
    }
}
