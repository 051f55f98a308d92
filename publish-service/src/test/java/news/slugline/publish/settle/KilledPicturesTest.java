package news.slugline.publish.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Enrichment;
import news.slugline.event.Entity;
import news.slugline.event.Field;
import news.slugline.event.Mention;
import news.slugline.event.Picture;
import news.slugline.publish.Pieces;
import org.junit.jupiter.api.Test;

class KilledPicturesTest {

    private static final String KILLED = "a".repeat(64);

    @Test
    void movesMentionsAlongWithTheCaptionsThatStay() {
        var piece = piece(new Mention(Field.body, 0, 3, -1), new Mention(Field.caption, 4, 5, 1));

        var left = KilledPictures.without(piece, Set.of(KILLED));

        assertThat(left.getArticle().getPictures())
                .extracting(Picture::getCaption)
                .containsExactly(piece.getArticle().getPictures().get(1).getCaption());
        assertThat(left.getEnrichment().getEntities().getFirst().getMentions())
                .containsExactly(new Mention(Field.body, 0, 3, -1), new Mention(Field.caption, 4, 5, 0));
    }

    @Test
    void forgetsWhoIsNamedInTheKilledCaptionAlone() {
        var piece = piece(new Mention(Field.caption, 4, 5, 0));

        assertThat(KilledPictures.without(piece, Set.of(KILLED)).getEnrichment().getEntities())
                .isEmpty();
    }

    /** With a picture, a caption without one, and one entity. */
    private static ArticleEnriched piece(Mention... mentions) {
        var piece = Pieces.ofNewStory().withPictures(KILLED).build();
        var enrichment = piece.getEnrichment();
        var entity = Entity.newBuilder(enrichment.getEntities().getFirst())
                .setMentions(List.of(mentions))
                .build();
        return ArticleEnriched.newBuilder(piece)
                .setEnrichment(Enrichment.newBuilder(enrichment)
                        .setEntities(List.of(entity))
                        .build())
                .build();
    }
}
