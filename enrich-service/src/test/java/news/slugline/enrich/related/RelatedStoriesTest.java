package news.slugline.enrich.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.slugline.enrich.Articles;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Enrichment;
import news.slugline.event.Entity;
import news.slugline.event.EntityType;
import news.slugline.event.Lane;
import news.slugline.event.Mention;
import news.slugline.event.Provenance;
import news.slugline.event.PubStatus;
import news.slugline.event.Receipt;
import news.slugline.event.Related;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class RelatedStoriesTest {

    private static final String FLOOD = """
            Floodwaters broke through an earthen dyke near the town of Kenitra before dawn on Tuesday, sending families
            onto rooftops and cutting the main road to the coast. Rescue workers in small boats reached the worst-hit
            streets by mid-morning. At least four people were missing, the provincial governor said, and a school
            had been opened for those who had lost their homes.

            The Sebou river has risen almost two metres since Saturday, fed by heavy rain in the Middle Atlas.
            Forecasters expect no let-up before the weekend.""";

    private static final String DESK = "wire";

    /** As the door makes it where neither desk nor copy names the piece. */
    private static final String NO_ID = "urn:slugline:wire:sha256:" + "ab".repeat(32);

    private final RelatedStories stories = new RelatedStories(1_000);

    @Test
    void joinsAWriteThroughOfTheSameDeskWhereNoIdSaysSo() {
        remember("first", DESK, "River bursts dyke near Kenitra, four missing", FLOOD, 0);

        var found = of(
                story(NO_ID, "River bursts dyke near Kenitra, six missing", more(FLOOD))
                        .build(),
                DESK,
                60);

        assertThat(found)
                .first()
                .satisfies(related -> assertThat(related.getConfidence()).isGreaterThan(0.8))
                .extracting(Related::getUri, Related::getRelation, Related::getHeadline)
                .isEqualTo(List.of("first", "write-through", "River bursts dyke near Kenitra, four missing"));
    }

    @Test
    void joinsNothingThatHasAnIdOfItsOwnOrComesFromAnotherDeskOrIsAKill() {
        remember("first", DESK, "River bursts dyke near Kenitra", FLOOD, 0);
        var second = story(NO_ID, "River bursts dyke near Kenitra", more(FLOOD));
        var named = story("urn:desk:its-own-name", "River bursts dyke near Kenitra", more(FLOOD));

        assertThat(relations(of(named.build(), DESK, 60))).containsExactly(Tuple.tuple("first", "near-duplicate"));

        assertThat(relations(of(second.build(), "rival", 60))).containsExactly(Tuple.tuple("first", "near-duplicate"));
        assertThat(relations(of(second.setProviderId("wire-2").build(), DESK, 60)))
                .containsExactly(Tuple.tuple("first", "near-duplicate"));
        assertThat(relations(of(
                        second.setProviderId(null)
                                .setPubStatus(PubStatus.canceled)
                                .build(),
                        DESK,
                        60)))
                .doesNotContain(Tuple.tuple("first", "write-through"));
        assertThat(relations(of(second.setPubStatus(PubStatus.usable).build(), DESK, 60 * 72)))
                .containsExactly(Tuple.tuple("first", "near-duplicate"));
    }

    @Test
    void tellsTheSameWordsAgainFromOthersOfTheSameMatter() {
        remember("first", "rival", "River bursts dyke near Kenitra", FLOOD, 0);
        remember("other", "rival", "Strike at the port of Tangier", """
                Dockers at the port of Tangier stopped work on Tuesday over pay, and ships waited in the strait. The union
                said that it would talk on Thursday if the company brought a new offer.""", 0);
        var same = story("same", "Dyke breaks", FLOOD).build();
        var matter = story("matter", "Aid reaches flooded Kenitra", """
                Lorries with tents and flour arrived in Kenitra on Wednesday, a day after the Sebou river broke its dyke and
                families fled to rooftops. The governor asked the capital for more boats as rain went on falling upstream.""").build();

        assertThat(relations(of(same, DESK, 60))).containsExactly(Tuple.tuple("first", "duplicate"));
        assertThat(relations(of(matter, DESK, 60 * 24))).containsExactly(Tuple.tuple("first", "related"));
    }

    @Test
    void namesNoStoryUnderEmbargoOrKilledOrOlderThanThirtyDays() {
        remember("killed", DESK, "River bursts dyke near Kenitra", FLOOD, 0);
        stories.remember(enriched(
                story("killed", "", "").setPubStatus(PubStatus.canceled).build(), DESK, 1));
        remember("killed", DESK, "River bursts dyke near Kenitra", FLOOD, 0);
        stories.remember(enriched(
                story("embargoed", "River bursts dyke near Kenitra", FLOOD)
                        .setEmbargoedUntil(Articles.NOON.plus(Duration.ofHours(5)))
                        .build(),
                DESK,
                0));
        var later =
                story("later", "River bursts dyke near Kenitra", more(FLOOD)).build();

        assertThat(of(later, DESK, 60)).isEmpty();
        assertThat(of(later, DESK, 60 * 6)).extracting(Related::getUri).containsExactly("embargoed");
        assertThat(of(later, DESK, 60 * 24 * 31)).isEmpty();
    }

    @Test
    void anOlderVersionTakesNoNewersPlace() {
        stories.remember(
                enriched(story("first", "Newer words", FLOOD).setVersion(2).build(), "rival", 0));
        stories.remember(
                enriched(story("first", "Older words", "Something else.").build(), "rival", 1));

        assertThat(of(story("same", "Dyke breaks", FLOOD).build(), DESK, 60))
                .extracting(Related::getHeadline)
                .containsExactly("Newer words");
    }

    @Test
    void forgetsTheOldestWhereThereIsNoMoreRoom() {
        var few = new RelatedStories(3);
        for (int i = 0; i < 10; i++) {
            few.remember(enriched(
                    story("story-" + i, "Matter " + i, FLOOD.replace("river", "river" + i))
                            .build(),
                    "rival",
                    i));
        }

        assertThat(few.known()).isEqualTo(3);
        assertThat(few.of(
                        receipt(DESK, 60),
                        story("new", "Dyke breaks", FLOOD).build(),
                        enrichment(),
                        Articles.NOON.plusSeconds(3600)))
                .extracting(Related::getUri)
                .containsExactlyInAnyOrder("story-7", "story-8", "story-9");
    }

    private static String more(String text) {
        return text.replace("At least four people", "At least six people")
                + "\n\nThe king sent his condolences, and the army two helicopters.";
    }

    private void remember(String uri, String desk, String headline, String body, int minute) {
        stories.remember(enriched(story(uri, headline, body).build(), desk, minute));
    }

    private List<Related> of(Article article, String desk, int minute) {
        return stories.of(receipt(desk, minute), article, enrichment(), Articles.NOON.plus(Duration.ofMinutes(minute)));
    }

    private static List<Tuple> relations(List<Related> related) {
        return related.stream()
                .map(one -> Tuple.tuple(one.getUri(), one.getRelation()))
                .toList();
    }

    private static Article.Builder story(String uri, String headline, String body) {
        return Article.newBuilder(Articles.article(headline, body)).setUri(uri);
    }

    private static ArticleEnriched enriched(Article article, String desk, int minute) {
        Enrichment enrichment =
                article.getBody().contains("Kenitra") || article.getBody().contains("Sebou")
                        ? enrichment()
                        : Enrichment.newBuilder().build();
        return new ArticleEnriched(receipt(desk, minute), article, enrichment, Articles.NOON);
    }

    private static Enrichment enrichment() {
        return Enrichment.newBuilder()
                .setEntities(List.of(place("kenitra", 0.7), place("sebou", 0.3)))
                .build();
    }

    private static Entity place(String name, double salience) {
        return Entity.newBuilder()
                .setId("place/" + name)
                .setType(EntityType.place)
                .setName(name)
                .setMentions(List.<Mention>of())
                .setProvenance(new Provenance("entities", "1", 1.0, ""))
                .setSalience(salience)
                .build();
    }

    private static Receipt receipt(String desk, int minute) {
        Instant at = Articles.NOON.plus(Duration.ofMinutes(minute));
        return new Receipt("0190-" + minute, desk, "http", at, Lane.routine);
    }
}
