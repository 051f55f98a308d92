package news.slugline.publish.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import news.slugline.publish.story.Direction;
import news.slugline.publish.story.SiteProperties;

/**
 * What every page has around its content.
 *
 * @param sections for the navigation, by the desks' own words
 * @param title of the page, without the site's name; empty on the home page
 * @param path of the page at its canonical address; empty where the answer is an error
 * @param feedPath of the feed that goes with the page
 * @param language of the content
 */
public record Head(
        SiteProperties site,
        List<String> sections,
        String title,
        Optional<String> path,
        String feedPath,
        Locale language,
        Direction direction) {

    static Head of(SiteProperties site, List<String> sections, String title, String path, String feedPath) {
        return new Head(site, sections, title, Optional.of(path), feedPath, site.language(), Direction.ltr);
    }

    static Head ofNotice(SiteProperties site, String title) {
        return new Head(site, List.of(), title, Optional.empty(), "/feed.rss", site.language(), Direction.ltr);
    }

    public String fullTitle() {
        return title.isEmpty() ? site.name() : title + " – " + site.name();
    }
}
