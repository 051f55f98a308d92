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

    /** Words of class and id names, between separators or as a hump. */
    private static final Pattern NAMES =
            Pattern.compile("(?:^|[\\s_-])(?:ad|ads|adv|advert|advertisement|advertising|adbox|adslot|adunit"
                    + "|banner|breadcrumbs?|byline|author-?bio|author-?box|author-?info|about-?author|about-?the-?author|bio|comments?|commentlist|disqus|respond"
                    + "|cookies?|consent|gdpr|copyright|disclaimer|footer|foot|dateline|timestamp|hidden|visually-?hidden|sr-only|screen-reader-text"
                    + "|login|signin|sign-?in|register|masthead|menu|meta|modal|popup|overlay|lightbox|most-?read"
                    + "|mostread|most-?viewed|most-?popular|popular|trending|latest|nav|navbar|navigation|newsletter|signup|subscribe|subscription|promo|promotion"
                    + "|outbrain|taboola|revcontent|pagination|pager|paging|print|related|relatedposts|recommend(?:ed|ations?)?|recirc|read-?more|more-?from|more-?news|more-?stories"
                    + "|see-?also|jp-relatedposts|share|sharing|sharebar|sharedaddy|share-?buttons?|addtoany|addthis|social|socials|follow|follow-?us"
                    + "|sidebar|side-?bar|skip|skip-?link|sponsor(?:ed)?|tag|tags|taglist|tag-?list|topics|teaser|teasers|toc|tools|toolbar|widget"
                    + "|widgets|video-?(?:player|resource|embed|module|card|promo|teaser|carousel|playlist)|videoplayer|jw-?player|brightcove|player|editsection|poll|quiz|rating|ratings|whats-?next|up-?next|next-?article|prev-?next|post-?navigation"
                    + "|pull-?quote|quote-?box|story-?quote|article-?quote|donate|donation|membership|feedback|report-?error|correction-?form|ticker|weather|stocks|search|searchform"
                    + "|utility|reactions|emoji|likes|views|counter|survey)(?:$|[\\s_-])");

    /** A name that ends so holds story, whatever else it says. */
    private static final Pattern STORY = Pattern.compile(
            "(?:^|[\\s_-])(?:article-?body|story-?body|entry-?content|post-?content|post-?body|article-?content|article-?text|story-?content"
                    + "|story-?text|news-?body|news-?text|news-?content|main-?content|content-?body|rich-?text|body-?text|text-?body|theme-post-content|text-editor)"
                    + "(?:-?(?:wrapper|wrap|container|inner|main|section|block|content|\\d+))*$");

    /** Names that say how something is laid out, what a post is filed under, or which builder made the page. */
    private static final Pattern LAYOUT = Pattern.compile(
            "^(?:(?:has|with|without|no|not|single|hidden|visible|print|col|row|grid|tag|category|topic|author|format|status|type|elementor|wp-block|vc|et|fl|td|tdb|brz|fusion)-.+"
                    + "|elementor|widget-wrap|widget-container|.*:.*)$");
    /** Names that look like those above, and are none of them. */
    private static final Pattern BUILDERS_BOILERPLATE = Pattern.compile(
            "(?:share|social|related|breadcrumb|author-box|posts?-(?:grid|list)|post-navigation|post-info|comments?|nav-menu|sidebar|search|newsletter|form|subscribe|tag-?cloud|tagcloud)");

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])|__|--");
    private static final Pattern WHITE = Pattern.compile("\\s+");
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
        return isNamedSo(element);
    }

    private static boolean isNamedSo(Element element) {
        List<String> names = WHITE.splitAsStream(names(element))
                .filter(name -> !name.isEmpty())
                .toList();
        return names.stream().noneMatch(name -> STORY.matcher(name).find())
                && names.stream()
                        .anyMatch(name -> LAYOUT.matcher(name).matches()
                                ? BUILDERS_BOILERPLATE.matcher(name).find()
                                : NAMES.matcher(name).find());
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
