package news.slugline.enrich.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import news.slugline.enrich.Articles;
import news.slugline.event.Article;
import news.slugline.event.Entity;
import news.slugline.event.Lane;
import news.slugline.event.Link;
import org.junit.jupiter.api.Test;

class LinksTest {

    private final EntitiesStep step = new EntitiesStep();

    @Test
    void linksACountryToItsCode() {
        Entity kenya = entity(Articles.article("", "Farmers in Kenya sold more maize."), "place/kenya");

        assertThat(kenya.getLinks()).extracting(Link::getScheme, Link::getId).containsExactly(tuple("iso3166-1", "KE"));
        assertThat(kenya.getCountry()).contains("KE");
    }

    @Test
    void linksAStateOrProvinceToItsCode() {
        Entity gansu = entity(Articles.article("", "Floods in Gansu cut the road to Lanzhou."), "place/gansu");

        assertThat(gansu.getLinks())
                .extracting(Link::getScheme, Link::getId)
                .containsExactly(tuple("iso3166-2", "CN-GS"));
        assertThat(gansu.getCountry()).contains("CN");
        assertThat(gansu.getPoint().orElseThrow().getLongitude()).isBetween(95.0, 108.0);
    }

    @Test
    void takesTheTownNearTheStateThatTheStoryNames() {
        Entity columbia =
                entity(Articles.article("", "A bus from Columbia, Missouri, left the road."), "place/columbia");

        assertThat(columbia.getPoint().orElseThrow().getLongitude()).isBetween(-93.0, -92.0);
    }

    @Test
    void linksATownToGeoNamesWithItsPoint() {
        Entity lagos = entity(Articles.article("", "Traffic stood still in Lagos, Nigeria."), "place/lagos");

        assertThat(lagos.getLinks()).extracting(Link::getScheme).containsExactly("geonames");
        assertThat(lagos.getCountry()).contains("NG");
        assertThat(lagos.getPoint().orElseThrow().getLatitude()).isBetween(6.0, 7.0);
    }

    @Test
    void takesTheTownOfTheCountryThatTheStoryNames() {
        Entity venezuela =
                entity(Articles.article("", "Valencia in Venezuela was dark after a power cut."), "place/valencia");
        Entity spain = entity(
                Articles.article("", "Rain fell on Valencia. Farmers elsewhere in Spain hoped for more."),
                "place/valencia");

        assertThat(venezuela.getCountry()).contains("VE");
        assertThat(spain.getCountry()).contains("ES");
    }

    @Test
    void takesTheTownOfTheDatelinesCountry() {
        Article article = Article.newBuilder(Articles.article("", "A bridge closed in Birmingham on Monday."))
                .setLocated("Montgomery")
                .build();

        assertThat(entity(article, "place/birmingham").getCountry()).contains("US");
    }

    @Test
    void linksNothingWhereItIsNotSure() {
        Entity springfield = entity(Articles.article("", "The mayor of Springfield resigned."), "place/springfield");

        assertThat(springfield.getLinks()).isEmpty();
        assertThat(springfield.getPoint()).isEmpty();
    }

    @Test
    void linksThePeopleAndBodiesThatNewsNamesMost() {
        Article article = Articles.article(
                "",
                "Emmanuel Macron spoke in Berlin. The World Health Organization agreed with Macron, and so did NATO.");

        assertThat(entity(article, "person/emmanuel-macron").getLinks())
                .extracting(Link::getId)
                .containsExactly("Q3052772");
        assertThat(entity(article, "organisation/world-health-organization").getLinks())
                .extracting(Link::getId)
                .containsExactly("Q7817");
    }

    @Test
    void linksASharedNameOnlyInTheCountryThatTheStoryNames() {
        String party = "organisation/christian-democratic-movement";

        assertThat(entity(Articles.article("", "The Christian Democratic Movement left the cabinet."), party)
                        .getLinks())
                .isEmpty();
        assertThat(entity(
                                Articles.article("", "The Christian Democratic Movement left the cabinet of Slovakia."),
                                party)
                        .getLinks())
                .extracting(Link::getId)
                .containsExactly("Q904070");
    }

    @Test
    void linksNobodyWhoIsNotInTheTable() {
        assertThat(entity(Articles.article("", "Wanjiru Kamau spoke in Nairobi."), "person/wanjiru-kamau")
                        .getLinks())
                .isEmpty();
    }

    @Test
    void namesWhatACaptionShows() {
        Article article = Article.newBuilder(Articles.article("Ferry sails", "The ferry sailed at noon."))
                .setPictures(List.of(
                        Articles.picture("A quay", new byte[0]), Articles.picture("The quay of Mombasa", new byte[0])))
                .build();

        Entity mombasa = entity(article, "place/mombasa");

        assertThat(mombasa.getMentions()).singleElement().satisfies(mention -> {
            assertThat(mention.getPicture()).isEqualTo(1);
            assertThat("The quay of Mombasa".substring(mention.getOffset(), mention.getOffset() + mention.getLength()))
                    .isEqualTo("Mombasa");
        });
    }

    @Test
    void weighsTheHeadlineMoreThanThePassingMention() {
        Article article = Articles.article(
                "Nairobi bans old buses",
                "Nairobi will ban old buses, the county said.\n\nA similar ban in Accra was lifted last year.");

        assertThat(entity(article, "place/nairobi").getSalience())
                .isGreaterThan(2 * entity(article, "place/accra").getSalience());
    }

    private Entity entity(Article article, String id) {
        var found = (Contribution.EntitiesFound)
                step.enrich(Articles.ingested(article, Lane.routine), Findings.none(article.getPictures()));
        Optional<Entity> entity =
                found.entities().stream().filter(one -> one.getId().equals(id)).findFirst();
        assertThat(entity).as("%s in %s", id, found.entities()).isPresent();
        return entity.orElseThrow();
    }
}
