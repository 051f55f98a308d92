package news.slugline.ingest.format.html;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.ingest.format.text.FurnitureRules;
import news.slugline.ingest.format.text.Prose;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds who wrote a page: by its metadata where they name people, else by the line that is marked or reads as a byline. */
final class Bylines {

    private static final Pattern NAMED = Pattern.compile("byline|authors?-?name|(?:^|[-_ ])authors?(?:[-_ ]|$)");
    private static final Pattern MAIL = Pattern.compile("[(\\[<]?[\\w.+-]+@[\\w-]+\\.[\\w.-]+[)\\]>]?");
    private static final Set<String> PROPERTIES = Set.of("author", "creator");
    private static final List<String> TEST_NAMES =
            List.of("data-testid", "data-test", "data-test-tag", "data-qa", "data-component");
    private static final Pattern BY = Pattern.compile(
            "(?iu)(?:by|von|par|por|di|da|door|av|af|text|words|autor|автор|yazan|oleh|written by|reported by)\\s?:?\\s+\\p{Lu}.{1,80}");
    private static final Pattern CUE =
            Pattern.compile("(?iu)(?:by|von|par|por|di|da|door|av|af|text|words|autor|author|автор|written by)\\s?:?");
    /** Behind names stand dates, roles that are links, invitations and counts. */
    private static final Pattern TAIL = Pattern.compile(
            "(?iu)\\s*(?:[|•·@]|\\s[–—-]\\s|\\b(?:published|updated|posted|last updated|on (?=\\p{L}{3,9} \\d)|\\d{1,2}[./:]\\d|\\d{1,2} \\p{L}{3,9} \\d{4}"
                    + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\.? \\d{1,2}\\b|(?:19|20)\\d{2}\\b|follow|email|e-mail|view (?:profile|all)|more by"
                    + "|see more|read more|twitter|min read|minute)).*$",
            Pattern.DOTALL);

    private static final Pattern NOBODY = Pattern.compile(
            "(?iu)(?:admin(?:istrator)?|super user|site admin|web admin|editor|editors?|staff|web ?master|redaktion|rédaction|la rédaction|redacción|redazione|news ?desk|user|unknown|author|guest|null|undefined|root)");
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)^(?:author|autor(?:in)?|auteur|autore|written by|posted by|published by|story by|автор|作者|文)s?\\s*[:：]\\s*|^(?:Authors?|Autor|Auteur|Posted by|Published by)\\s+(?=\\p{Lu})");
    private static final Pattern ORGANISATION = Pattern.compile(
            "(?u).*(?:\\b(?:Inc|Ltd|LLC|GmbH|AG|PLC|plc|Corp|S\\.A|Pty|Limited|Company|Association|Ministry|University|Department)\\b).*");
    /** What somebody logs in with rather than signs with. */
    private static final Pattern ACCOUNT = Pattern.compile("[\\p{Ll}\\p{N}._-]+|\\S*\\d{2,}\\S*");

    private static final int LONGEST = 100;

    private Bylines() {}

    static Optional<String> find(Document page, List<Block> blocks, PageMetadata metadata) {
        Set<String> site = metadata.organisations().stream().map(Prose::plain).collect(toSet());
        Optional<String> told = joined(metadata.articleAuthors(), site)
                .or(() -> joined(metadata.metaAuthors(), site))
                .or(() -> metadata.meta("dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
                        .filter(name -> isPerson(name, site)));
        String shown = page.body().text().toLowerCase(Locale.ROOT);
        // metadata that name somebody whom the page does not show yield to a byline that it shows
        return told.filter(name -> shown.contains(name.split(",", 2)[0].strip().toLowerCase(Locale.ROOT)))
                .or(() -> marked(page, site))
                .or(() -> told)
                .or(() -> reading(blocks));
    }

    private static Optional<String> joined(List<String> names, Set<String> site) {
        List<String> people = names.stream()
                .filter(name -> isPerson(name, site) && !ACCOUNT.matcher(name).matches())
                .distinct()
                .toList();
        return people.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", people));
    }

    private static Optional<String> marked(Document page, Set<String> site) {
        return page.getAllElements().stream()
                .filter(Bylines::isMarked)
                .filter(element ->
                        element.closest("aside, footer, nav, [class*=comment], [class*=related], [id*=comment]")
                                == null)
                .map(Bylines::cleaned)
                .filter(text -> isPerson(text, site))
                .findFirst();
    }

    private static boolean isMarked(Element element) {
        if (element.attributesSize() == 0) {
            return element.nameIs("address");
        }
        String names = element.className().toLowerCase(Locale.ROOT);
        boolean isNamed = (names.contains("byline") || names.contains("author"))
                && NAMED.matcher(names).find();
        return isNamed
                || element.attr("rel").equals("author")
                || PROPERTIES.contains(element.attr("itemprop"))
                || element.nameIs("address")
                || TEST_NAMES.stream()
                        .map(element::attr)
                        .anyMatch(name -> name.contains("byline") || name.contains("author"));
    }

    /** A short line of its own near the top that begins as bylines do. */
    private static Optional<String> reading(List<Block> blocks) {
        return blocks.stream()
                .limit(80)
                .flatMap(block -> block.text().lines())
                .filter(text -> text.length() <= LONGEST && BY.matcher(text).matches() && !Prose.endsSentence(text))
                .map(Bylines::cleaned)
                .filter(text -> Prose.words(text) <= 12)
                .findFirst();
    }

    /** The first line of the element: below the name stand its role, its place and how to write to it. */
    private static String cleaned(Element element) {
        Element name = element.selectFirst("[itemprop=name]");
        Element own = (name == null ? element : name).clone();
        own.select("a[href^=mailto], time, button, svg, script, style").remove();
        own.select("a + a").forEach(link -> link.before(" "));
        List<String> lines = Blocks.of(own).stream().map(Block::text).limit(2).toList();
        boolean isCue = lines.size() > 1 && CUE.matcher(lines.getFirst()).matches();
        return lines.isEmpty() ? "" : cleaned(isCue ? lines.getFirst() + " " + lines.get(1) : lines.getFirst());
    }

    private static String cleaned(String text) {
        String plain =
                MAIL.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
        return TAIL.matcher(LABEL.matcher(plain).replaceFirst(""))
                .replaceFirst("")
                .replaceAll("[\\s,;:|•·–—-]+$", "")
                .strip();
    }

    private static boolean isPerson(String name, Set<String> site) {
        String plain = Prose.plain(name);
        String bare = plain.replaceFirst("^(?:by|von|par|por|di|door|av|af|da)\\s", "");
        return !plain.isEmpty()
                && name.length() <= LONGEST
                && name.codePoints().anyMatch(Character::isLetter)
                && !name.toLowerCase(Locale.ROOT).matches("(?s).*(?:https?://|www\\.|@).*")
                && !site.contains(bare)
                && !NOBODY.matcher(bare).matches()
                && !FurnitureRules.isFurniture(name)
                && !ORGANISATION.matcher(name).matches()
                && Stream.of("facebook", "twitter").noneMatch(plain::equals);
    }
}
