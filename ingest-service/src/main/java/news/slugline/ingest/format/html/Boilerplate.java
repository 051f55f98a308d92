package news.slugline.ingest.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/**
 * Takes out of a page what can never be story: by element, by role, by being hidden, and by what its class or id says.
 *
 * <p>An element that holds much of the page's running text stays, whatever it is called.
 */
final class Boilerplate {

    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "template",
            "iframe",
            "object",
            "embed",
            "svg",
            "canvas",
            "button",
            "select",
            "input",
            "textarea",
            "nav",
            "dialog",
            "menu",
            "map",
            "audio",
            "video",
            "noscript",
            "link",
            "meta",
            "amp-ad",
            "amp-sidebar",
            "amp-analytics",
            "amp-social-share",
            "amp-consent",
            "amp-embed",
            "option",
            "datalist",
            "progress",
            "applet");

    private static final Set<String> ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar",
            "complementary",
            "alert",
            "tablist",
            "status");

    /** Words of class and id names; each stands by itself between separators or as a hump. */
    private static final Pattern NAMES = Pattern.compile(
            "(?:^|[\\s_-])(?:ad|ads|adv|advert|advertisement|advertising|adbox|adslot"
                    + "|banner|breadcrumbs?|byline|author-?bio|authorbox|about-?author|bio|comments?|commentlist|disqus|respond|cookies?"
                    + "|consent|gdpr|copyright|disclaimer|footer|foot|dateline|timestamp|hidden|visually-?hidden|sr-only|screen-reader-text"
                    + "|login|signin|sign-?in|register|masthead|menu|meta|post-?meta|entry-?meta|modal|popup|overlay|lightbox|most-?read"
                    + "|mostread|popular|trending|nav|navbar|navigation|newsletter|signup|subscribe|subscription|paywall|promo|promotion"
                    + "|outbrain|taboola|pagination|pager|paging|print|related|relatedposts|recommend(?:ed|ations?)?|recirc|read-?more|more-?from"
                    + "|see-?also|jp-relatedposts|share|sharing|sharebar|sharedaddy|share-?buttons?|addtoany|addthis|social|socials|follow|follow-?us"
                    + "|sidebar|side-?bar|skip|skip-?link|sponsor(?:ed)?|tag|tags|taglist|tag-?list|topics|teaser|teasers|toc|tools|toolbar|widget"
                    + "|widgets|video-?player|player|poll|quiz|rating|ratings|whatsnext|up-?next|next-?article|prev-?next|post-?navigation|infobox-ad"
                    + "|donate|donation|membership|feedback|report-?error|correction-?form|ticker|weather|stocks|search|searchform|site-?header"
                    + "|site-?footer|page-?header|global-?header|utility|reactions|emoji|likes|views|counter|caption-?credit|survey)(?:$|[\\s_-])");

    /** Names that speak for story, so that a doubtful one beside them counts for nothing. */
    private static final Pattern STORY =
            Pattern.compile("(?:^|[\\s_-])(?:article-?body|articlebody|story-?body|entry-?content|post-?content"
                    + "|post-?body|article-?content|article-?text|story-?content|main-?content|content-?body|article__body|rich-?text|body-?text"
                    + "|has-sidebar|with-sidebar|no-sidebar|content|article|main|story|post)(?:$|[\\s_-])");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])|__|--");
    private static final Pattern HIDDEN = Pattern.compile("(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
    private static final double MUCH = 0.4;

    private Boilerplate() {}

    /** Removes it all; returns nothing, because the document itself is changed. */
    static void remove(Document page) {
        int all = running(page.body());
        List<Node> doomed = new ArrayList<>();
        page.body().filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof Comment) {
                    doomed.add(node);
                } else if (node instanceof Element element && isBoilerplate(element, all)) {
                    doomed.add(element);
                    return FilterResult.SKIP_ENTIRELY;
                }
                return FilterResult.CONTINUE;
            }
        });
        doomed.forEach(Node::remove);
    }

    private static boolean isBoilerplate(Element element, int all) {
        String tag = element.normalName();
        if (NEVER.contains(tag)) {
            return true;
        }
        if (tag.equals("body")
                || tag.equals("main")
                || tag.equals("article")
                || tag.equals("figure")
                || tag.equals("picture")) {
            return false;
        }
        return isSuspect(element, tag) && running(element) < all * MUCH;
    }

    private static boolean isSuspect(Element element, String tag) {
        if (tag.equals("aside")
                || tag.equals("footer")
                || tag.equals("form")
                || (tag.equals("header") && !holdsProse(element))) {
            return true;
        }
        if (ROLES.contains(element.attr("role"))
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || HIDDEN.matcher(element.attr("style")).find()) {
            return true;
        }
        String names = names(element);
        return !names.isEmpty()
                && NAMES.matcher(names).find()
                && !STORY.matcher(names).find();
    }

    static String names(Element element) {
        if (!element.hasAttr("class") && !element.hasAttr("id")) {
            return "";
        }
        String names = element.attr("class") + " " + element.attr("id");
        return HUMP.matcher(names).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    private static boolean holdsProse(Element element) {
        return running(element) > 200;
    }

    /** The letters of an element's running text: paragraphs that are long enough for one. */
    static int running(Element element) {
        int[] letters = {0};
        element.filter((node, _) -> {
            if (node instanceof Element child && child.nameIs("p")) {
                int length = child.text().length();
                letters[0] += length > 60 ? length : 0;
                return NodeFilter.FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof org.jsoup.nodes.TextNode text
                    && text.getWholeText().strip().length() > 80) {
                letters[0] += text.getWholeText().length();
            }
            return NodeFilter.FilterResult.CONTINUE;
        });
        return letters[0];
    }
}
