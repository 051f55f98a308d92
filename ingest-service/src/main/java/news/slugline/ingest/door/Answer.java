package news.slugline.ingest.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.event.PubStatus;
import news.slugline.ingest.copy.Acceptance;
import news.slugline.ingest.format.LineReport;
import org.jspecify.annotations.Nullable;

/**
 * What a desk is told when its copy was accepted.
 *
 * @param receiptId also the transaction id of the piece
 * @param receipt where to ask what became of it
 */
record Answer(String receiptId, String uri, long version, String status, String receipt, Understood understood) {

    static Answer to(Acceptance.Accepted accepted, String receiptLink) {
        var received = accepted.received();
        return new Answer(
                received.getReceipt().getId(),
                received.getUri(),
                received.getVersion(),
                "received",
                receiptLink,
                Understood.of(accepted.article(), accepted.understood().lines()));
    }

    /**
     * The article as it will be ingested.
     *
     * @param lines for plain text: which rule took each line
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Understood(
            PubStatus pubStatus,
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
            @Nullable String edNote,
            @Nullable String copyrightHolder,
            @Nullable String providerId,
            List<String> subjects,
            List<String> keywords,
            List<LineReport> lines) {

        static Understood of(Article article, List<LineReport> lines) {
            return new Understood(
                    article.getPubStatus(),
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
                    article.getEdNote().orElse(null),
                    article.getCopyrightHolder().orElse(null),
                    article.getProviderId().orElse(null),
                    article.getSubjects(),
                    article.getKeywords(),
                    lines);
        }
    }

    /**
     * @param picture the SHA-256 of the picture where it came along
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Caption(
            @Nullable String text,
            @Nullable String credit,
            @Nullable String picture) {

        static Caption of(Picture picture) {
            return new Caption(
                    picture.getCaption().orElse(null),
                    picture.getCredit().orElse(null),
                    picture.getSha256().orElse(null));
        }
    }
}
