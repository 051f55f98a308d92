package news.slugline.publish.settle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Change;
import news.slugline.event.CopySettled;
import news.slugline.event.Entity;
import news.slugline.event.Settlement;
import news.slugline.event.StoryPublished;
import news.slugline.event.Tag;
import news.slugline.publish.log.LogEntry;
import news.slugline.publish.story.Address;
import news.slugline.publish.story.SiteProperties;
import news.slugline.publish.story.Story;
import news.slugline.publish.story.StoryRow;
import news.slugline.schemas.Topic;
import org.springframework.stereotype.Component;

/** Words what happened as entries of the publication log. */
@Component
class Announcements {

    private final SiteProperties site;

    Announcements(SiteProperties site) {
        this.site = site;
    }

    /** That readers see the story, or see it changed. */
    LogEntry shown(Change change, Story story) {
        return new LogEntry(
                Topic.STORY_PUBLISHED,
                story.article().getUri(),
                story.enriched().getReceipt(),
                sequence -> {
                    var article = story.article();
                    return new StoryPublished(
                            sequence,
                            change,
                            article.getUri(),
                            article.getVersion(),
                            article.getContentHash(),
                            story.enriched().getReceipt().getId(),
                            site.absolute(story.path()),
                            article.getHeadline(),
                            article.getSection().orElse(null),
                            story.language().map(Object::toString).orElse(null),
                            article.getUrgency(),
                            story.tags().stream().map(Tag::getQcode).toList(),
                            story.entities().stream().map(Entity::getId).toList(),
                            story.firstPublishedAt(),
                            story.updatedAt());
                });
    }

    /** That readers see the story no more. Says nothing of its content. */
    LogEntry gone(Change change, ArticleEnriched piece, StoryRow row, Instant firstPublishedAt, Instant now) {
        var article = piece.getArticle();
        return new LogEntry(
                Topic.STORY_PUBLISHED,
                article.getUri(),
                piece.getReceipt(),
                sequence -> new StoryPublished(
                        sequence,
                        change,
                        article.getUri(),
                        article.getVersion(),
                        article.getContentHash(),
                        piece.getReceipt().getId(),
                        site.absolute(Address.story(row.id(), row.slug())),
                        "",
                        null,
                        null,
                        article.getUrgency(),
                        List.of(),
                        List.of(),
                        firstPublishedAt,
                        now));
    }

    /** How a receipt ended. A path is given only where readers see the story there. */
    LogEntry settled(
            ArticleEnriched piece, Settlement settlement, Optional<String> reason, Optional<String> path, Instant now) {
        var receipt = piece.getReceipt();
        return new LogEntry(
                Topic.COPY_SETTLED,
                piece.getArticle().getUri(),
                receipt,
                sequence -> new CopySettled(
                        sequence,
                        receipt.getId(),
                        receipt.getDesk(),
                        piece.getArticle().getUri(),
                        piece.getArticle().getVersion(),
                        settlement,
                        reason.orElse(null),
                        path.map(site::absolute).orElse(null),
                        receipt.getReceivedAt(),
                        now));
    }
}
