package news.slugline.enrich.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import news.slugline.enrich.Articles;
import news.slugline.enrich.text.Folding;
import news.slugline.enrich.text.ResourceLines;
import news.slugline.event.Article;
import news.slugline.event.Entity;
import news.slugline.event.EntityType;
import news.slugline.event.Field;
import news.slugline.event.Lane;
import news.slugline.event.Language;
import news.slugline.event.Mention;
import news.slugline.event.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntitiesStepTest {

    private final EntitiesStep step = new EntitiesStep();

    @Test
    void gathersASurnameUnderTheFullName() {
        var entities = find(
                "Mayor opens bridge, Otieno says work goes on",
                "Mayor Daniel Otieno opened the bridge. Otieno said it was late. Mr Otieno left early.");

        var mayor = only(entities, "person/daniel-otieno");
        assertThat(mayor.getName()).isEqualTo("Daniel Otieno");
        assertThat(mayor.getMentions()).hasSize(4);
        assertThat(mayor.getMentions().getFirst().getField()).isEqualTo(Field.headline);
    }

    @Test
    void leavesASurnameThatTwoShareToNobody() {
        var entities = find("", "Grace Otieno met Daniel Otieno. Otieno said nothing.");

        assertThat(entities).extracting(Entity::getId).containsExactly("person/grace-otieno", "person/daniel-otieno");
        assertThat(entities)
                .allSatisfy(entity -> assertThat(entity.getMentions()).hasSize(1));
    }

    @Test
    void bindsAShortFormToItsOrganisation() {
        var entities = find("", "The Lakeside Growers Association (LGA) met on Friday. LGA members voted twice.");

        assertThat(only(entities, "organisation/lakeside-growers-association").getMentions())
                .hasSize(3);
    }

    @Test
    void readsAPlaceWithinAnOrganisationAsItsPart() {
        assertThat(find("", "The New Delhi Gazette and Kenya Rail Services disagreed."))
                .extracting(Entity::getId)
                .containsExactly("organisation/new-delhi-gazette", "organisation/kenya-rail-services");
    }

    @Test
    void readsTwoBodiesThatAnAndJoins() {
        assertThat(find("", "Union Bank of Mombasa and Tidewater Shipping Company signed it on Monday."))
                .extracting(Entity::getId)
                .containsExactly("organisation/union-bank-of-mombasa", "organisation/tidewater-shipping-company");
        assertThat(find("", "She had run the Ministry of Health and Social Care since May."))
                .extracting(Entity::getId)
                .containsExactly("organisation/ministry-of-health-and-social-care");
    }

    @ParameterizedTest
    @CsvSource({
        "She ran for Fiji at the Pacific Mini Games before she turned coach., event/pacific-mini-games",
        "Rain stopped play at the Rio Carnival on Sunday., event/rio-carnival",
        "His grandfather died in the Battle of Monte Cassino., event/battle-of-monte-cassino",
        "Roofs flew as Hurricane Odalys passed the island., event/hurricane-odalys",
        "They lost the Africa Cup of Nations on penalties., event/africa-cup-of-nations",
        "The ship was sunk in World War II off Malta., event/world-war-ii",
        "He won silver at the Winter Olympics., event/winter-olympics"
    })
    void readsEventsByTheWordThatEndsOrBeginsThem(String sentence, String id) {
        assertThat(find("", sentence))
                .filteredOn(entity -> entity.getType() == EntityType.event)
                .extracting(Entity::getId)
                .containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cup in hand, she opened the door. Open letters followed.",
                "The war went on, and the Festival Hall in Leeds stayed shut.",
                "He battled for the job and won awards. Games were played."
            })
    void readsNoEventWhereTheWordNamesNone(String text) {
        assertThat(find("", text)).noneMatch(entity -> entity.getType() == EntityType.event);
    }

    @Test
    void readsParticlesByTheLanguageOfTheText() {
        assertThat(find(Articles.article("", "Verkehrsministerin Anke Vogt legte in Berlin den Plan vor."), "de"))
                .extracting(Entity::getId)
                .containsExactly("person/anke-vogt", "place/berlin");
        assertThat(find(Articles.article("", "L'Allemagne et Jean d'Aubray, venu d'Italie."), "fr"))
                .extracting(Entity::getId)
                .containsExactly("place/germany", "person/jean-daubray", "place/italy");
        assertThat(find("", "Melvyn D'Souza met Ursula van der Meer. D'Souza left, and Van der Meer stayed."))
                .satisfiesExactly(
                        souza -> assertThat(souza.getMentions()).hasSize(2),
                        meer -> assertThat(meer.getMentions()).hasSize(2));
    }

    @Test
    void takesNoGroupThatSpeaksForAPerson() {
        assertThat(find("", "Frost took the pears, Fruit Growers Tasmania said."))
                .noneMatch(entity -> entity.getType() == EntityType.person);
    }

    @Test
    void takesNoMonthForASurname() {
        assertThat(find("", "Minister Daniel May resigned. The vote is in May."))
                .singleElement()
                .satisfies(person -> assertThat(person.getMentions()).hasSize(1));
    }

    @Test
    void keepsTitlesApartFromTheName() {
        assertThat(find("", "Former Foreign Minister Aylin Demirkan and Prof. Jonas Weber spoke."))
                .extracting(Entity::getName)
                .containsExactly("Aylin Demirkan", "Jonas Weber");
        assertThat(find("", "The call came from Secretary of State Ada Obi."))
                .extracting(Entity::getName)
                .containsExactly("Ada Obi");
    }

    @Test
    void takesNeitherBylineNorDatelineNorAgencyForASubject() {
        var entities = find("", """
                By Nora Lindqvist

                Rain closed the road, an official told Reuters.

                Reporting by Samuel Adeyemi; editing by Ruth Cole""");

        assertThat(entities).isEmpty();
        assertThat(find("", "NAIROBI, Kenya (Reuters) - Rain closed the road.")).isEmpty();
    }

    @Test
    void leavesOutTheAuthors() {
        var article = Article.newBuilder(Articles.article("", "Doctor Nora Lindqvist sat with Ruth Cole."))
                .setAuthors(List.of("Nora Lindqvist"))
                .build();

        assertThat(find(article, "en")).extracting(Entity::getName).containsExactly("Ruth Cole");
    }

    @Test
    void takesNoNameFromCapitalsThatTellNothing() {
        assertThat(find("Striking Nurses Block Main Road As Talks Stall", "The strike goes on."))
                .isEmpty();
        assertThat(find("NURSES BLOCK MAIN ROAD IN GHANA AS TALKS STALL", "The strike goes on."))
                .extracting(Entity::getId)
                .containsExactly("place/ghana");
    }

    @Test
    void takesAnAmbiguousPlaceOnlyWhenItsSurroundingsSayPlace() {
        assertThat(find("", "Florence waved. Mobile phones rang. Reading is fun."))
                .extracting(Entity::getType)
                .doesNotContain(EntityType.place);
        assertThat(find("", "The fire started in Florence."))
                .extracting(Entity::getId)
                .containsExactly("place/florence");
        assertThat(find("", "Jordan Pickering sat down. Pickering wept."))
                .extracting(Entity::getType)
                .containsExactly(EntityType.person);
    }

    @Test
    void findsPlacesByGazetteerWhereThereAreNoCapitals() {
        assertThat(places("東京とソウルで雨が降った。", "ja")).containsExactly("place/tokyo", "place/seoul");
        assertThat(places("肯尼亚总统访问北京。", "zh")).containsExactly("place/kenya", "place/beijing");
        assertThat(places("وصل الوفد إلى القاهرة ثم سافر لكينيا وتركيا", "ar"))
                .containsExactly("place/cairo", "place/kenya", "place/turkey");
        assertThat(places("서울에서 비가 내렸다", "ko")).containsExactly("place/seoul");
        assertThat(places("Дождь прошёл в России и в Москве.", "ru")).containsExactly("place/russia", "place/moscow");
        assertThat(places("Regen in Köln und Frankreich", "de")).containsExactly("place/cologne", "place/france");
    }

    @Test
    void givesIdsThatFitAUrl() {
        assertThat(find("", "Minister Željko Đurić spoke in Kraków."))
                .extracting(Entity::getId)
                .containsExactly("person/zeljko-duric", "place/krakow");
    }

    @Test
    void pointsAtTheNamesItClaimsInAnyText() {
        var random = new Random(7);
        var sentences = ResourceLines.of("entities/sentences.txt").stream()
                .map(line -> line.replaceAll("\\[[pol] ([^]]+)]", "$1"))
                .toList();
        var strays = List.of(
                "🎉", "e\u0301tait ", "👩‍👩‍👧 ", "\u0000", "\uD83D", "东京", " (", "\n\n", "’s ", "Ñ", "ﬁ", "\u202E");
        for (int i = 0; i < 300; i++) {
            var body = new StringBuilder();
            for (int j = 0; j < 5; j++) {
                var sentence = new StringBuilder(sentences.get(random.nextInt(sentences.size())));
                sentence.insert(random.nextInt(sentence.length()), strays.get(random.nextInt(strays.size())));
                body.append(sentence).append(random.nextBoolean() ? " " : "\n\n");
            }
            var article = Article.newBuilder(Articles.article(sentences.get(i % sentences.size()), body.toString()))
                    .setSubheadline(sentences.get(random.nextInt(sentences.size())))
                    .build();
            for (var entity : find(article, "en")) {
                assertThat(entity.getMentions())
                        .isNotEmpty()
                        .allSatisfy(mention -> assertThat(Folding.fold(claimed(article, mention)))
                                .isNotBlank()
                                .doesNotStartWith(" ")
                                .doesNotEndWith(" "));
                assertThat(entity.getMentions())
                        .anySatisfy(
                                mention -> assertThat(claimed(article, mention)).isEqualTo(entity.getName()));
                assertThat(entity.getId()).matches("(person|organisation|place|event)/[a-z0-9]+(-[a-z0-9]+)*");
            }
        }
    }

    private static String claimed(Article article, Mention mention) {
        String text = switch (mention.getField()) {
            case headline -> article.getHeadline();
            case subheadline -> article.getSubheadline().orElseThrow();
            case body -> article.getBody();
            case caption ->
                article.getPictures().get(mention.getPicture()).getCaption().orElseThrow();
        };
        return text.substring(mention.getOffset(), mention.getOffset() + mention.getLength());
    }

    private List<String> places(String body, String language) {
        return find(Articles.article("", body), language).stream()
                .filter(entity -> entity.getType() == EntityType.place)
                .map(Entity::getId)
                .toList();
    }

    private List<Entity> find(String headline, String body) {
        return find(Articles.article(headline, body), "en");
    }

    private List<Entity> find(Article article, String language) {
        var detected = Optional.of(new Language(language, new Provenance("language", "1", 1.0, "")));
        var soFar =
                Findings.none(List.of()).with("language", "1", new Contribution.LanguageDetected(detected, List.of()));
        return ((Contribution.EntitiesFound) step.enrich(Articles.ingested(article, Lane.routine), soFar)).entities();
    }

    private static Entity only(List<Entity> entities, String id) {
        var found = new ArrayList<>(entities);
        found.removeIf(entity -> !entity.getId().equals(id));
        assertThat(found).as("%s in %s", id, entities).hasSize(1);
        return found.getFirst();
    }
}
