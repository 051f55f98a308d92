package news.slugline.ingest.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.event.PubStatus;
import news.slugline.ingest.copy.Acceptance;
import news.slugline.ingest.format.LineReport;
import news.slugline.ingest.format.Notice.Order;
import news.slugline.ingest.format.UnderstoodCopy;
import org.jspecify.annotations.Nullable;

/**
 * What a desk is told when its copy was accepted.
 *
 * @param receiptId also the transaction id of the piece
 * @param receipt where to ask what became of it: a path of this service
 */
record Answer(String receiptId, String uri, long version, String status, String receipt, Understood understood) {

    static Answer to(Acceptance.Accepted accepted) {
        var received = accepted.received();
        return new Answer(
                received.getReceipt().getId(),
                received.getUri(),
                received.getVersion(),
                "received",
                "/receipts/" + received.getReceipt().getId(),
                Understood.of(accepted.article(), accepted.understood()));
    }

    /**
     * The article as it will be ingested.
     *
     * @param order what the piece orders, where it is a notice
     * @param undecided whether a person has to say first which story the notice means
     * @param lines for plain text: which rule took each line
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Understood(
            PubStatus pubStatus,
            Order order,
            boolean undecided,
            int urgency,
            @Nullable String section,
            String headline,
            @Nullable String subheadline,
            String slugline,
            @Nullable String byline,
            List<String> authors,
            @Nullable String located,
            @Nullable String language,
            List<Caption> captions,
            List<String> paragraphs,
            @Nullable Instant embargoedUntil,
            @Nullable Instant contentCreated,
            @Nullable String edNote,
            @Nullable String copyrightHolder,
            @Nullable String usageTerms,
            @Nullable String source,
            @Nullable String canonicalUrl,
            @Nullable String providerId,
            List<String> subjects,
            List<String> keywords,
            List<LineReport> lines) {

        static Understood of(Article article, UnderstoodCopy copy) {
            return new Understood(
                    article.getPubStatus(),
                    copy.notice().order(),
                    Acceptance.isUndecided(article),
                    article.getUrgency(),
                    article.getSection().orElse(null),
                    article.getHeadline(),
                    article.getSubheadline().orElse(null),
                    article.getSlugline(),
                    article.getByline().orElse(null),
                    article.getAuthors(),
                    article.getLocated().orElse(null),
                    article.getLanguage().orElse(null),
                    article.getPictures().stream().map(Caption::of).toList(),
                    article.getBody().isEmpty()
                            ? List.of()
                            : List.of(article.getBody().split("\n\n", -1)),
                    article.getEmbargoedUntil().orElse(null),
                    article.getContentCreated().orElse(null),
                    article.getEdNote().orElse(null),
                    article.getCopyrightHolder().orElse(null),
                    article.getUsageTerms().orElse(null),
                    article.getSource().orElse(null),
                    article.getCanonicalUrl().orElse(null),
                    article.getProviderId().orElse(null),
                    article.getSubjects(),
                    article.getKeywords(),
                    copy.lines());
        }
    }

    /**
     * A picture, or the caption of one that did not come along.
     *
     * @param picture the SHA-256 of the picture where it came along
     * @param href where the copy points to for it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Caption(
            @Nullable String text,
            @Nullable String credit,
            @Nullable String altText,
            @Nullable String headline,
            @Nullable String creator,
            @Nullable String dateCreated,
            @Nullable String located,
            List<String> keywords,
            @Nullable String copyrightNotice,
            @Nullable String picture,
            @Nullable String href) {

        static Caption of(Picture picture) {
            return new Caption(
                    picture.getCaption().orElse(null),
                    picture.getCredit().orElse(null),
                    picture.getAltText().orElse(null),
                    picture.getHeadline().orElse(null),
                    picture.getCreator().orElse(null),
                    picture.getDateCreated().orElse(null),
                    picture.getLocated().orElse(null),
                    picture.getKeywords(),
                    picture.getCopyrightNotice().orElse(null),
                    picture.getSha256().orElse(null),
                    picture.getHref().orElse(null));
        }
    }
}
