package news.slugline.enrich.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.slugline.enrich.Articles;
import news.slugline.event.Article;
import news.slugline.event.Lane;
import news.slugline.event.Language;
import news.slugline.event.Provenance;
import org.junit.jupiter.api.Test;

class TextStepTest {

    private static final String STORY = """
            "Nobody asked us," said the baker on the corner.

            The town council of Port Esker voted on Tuesday to close the fish market, which has stood on the quay since 1871, and to build flats in its place.

            Fishermen said they would not leave the fish market, whose stalls feed two hundred families. The council says the roof is about to fall.

            A survey found that the roof of the fish market would cost four million crowns to mend, twice what the council takes in rent in ten years.

            The harbour office has offered the traders a hall at the edge of town. Most of them say that nobody will walk so far for a herring.""";

    private final TextStep step = new TextStep();

    @Test
    void findsPhrasesThatStandInTheText() {
        Contribution.TextRead read = read("Fish market to close", STORY, "en");

        assertThat(read.keyphrases())
                .isNotEmpty()
                .allSatisfy(phrase -> assertThat(STORY).contains(phrase));
        assertThat(read.keyphrases()).first().isEqualTo("fish market");
    }

    @Test
    void makesAStandfirstOfTheStorysOwnSentences() {
        Contribution.TextRead read = read("Fish market to close", STORY, "en");

        assertThat(read.summary()).hasValueSatisfying(summary -> {
            assertThat(STORY).contains(summary);
            assertThat(summary).startsWith("The town council of Port Esker voted");
        });
    }

    @Test
    void leavesTheStandfirstThatTheCopyHas() {
        Article article = Article.newBuilder(Articles.article("Fish market to close", STORY))
                .setSubheadline("Two hundred families live on it")
                .build();

        assertThat(((Contribution.TextRead) step.enrich(Articles.ingested(article, Lane.routine), language("en")))
                        .summary())
                .isEmpty();
    }

    @Test
    void makesNoStandfirstOfABrief() {
        assertThat(read("Market shut", "The fish market is shut on Monday.", "en")
                        .summary())
                .isEmpty();
    }

    @Test
    void slugsAHeadlineInLatinLettersOnly() {
        assertThat(slug("Président: «L’été sera chaud» à Orléans")).contains("president-lete-sera-chaud-a-orleans");
        assertThat(slug("Quay fire: 4 boats burn & sink")).contains("quay-fire-4-boats-burn-sink");
        assertThat(slug("حريق في الميناء")).isEmpty();
        assertThat(slug("word ".repeat(60)).orElseThrow())
                .hasSizeLessThanOrEqualTo(80)
                .doesNotEndWith("-");
    }

    @Test
    void countsWordsAndTheTimeTheyTake() {
        Contribution.TextRead read =
                read("Count", "one two three four five ".repeat(119).strip(), "en");

        assertThat(read.words()).isEqualTo(595);
        assertThat(read.seconds()).isEqualTo(150);
        assertThat(read("数", "港口发生火灾", "zh").words()).isEqualTo(6);
    }

    @Test
    void triesNoKeyphrasesInALanguageWhoseSmallWordsItDoesNotKnow() {
        assertThat(read("Uusi silta", "Uusi silta avattiin tänään. Uusi silta on pitkä.", "fi")
                        .keyphrases())
                .isEmpty();
    }

    private Optional<String> slug(String headline) {
        return read(headline, "Body.", "en").slug();
    }

    private Contribution.TextRead read(String headline, String body, String language) {
        return (Contribution.TextRead)
                step.enrich(Articles.ingested(Articles.article(headline, body), Lane.routine), language(language));
    }

    private static Findings language(String tag) {
        var detected = Optional.of(new Language(tag, new Provenance("language", "1", 1.0, "")));
        return Findings.none(List.of()).with("language", "1", new Contribution.LanguageDetected(detected, List.of()));
    }
}
