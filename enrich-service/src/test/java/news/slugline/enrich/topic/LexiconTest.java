package news.slugline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import news.slugline.enrich.text.Folding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    private final Lexicon lexicon = new Lexicon();

    @ParameterizedTest
    @CsvSource({
        "de, Warnstreik, 09, warnstreik*",
        "de, Kulturpolitiker, 01, kultur*",
        "de, Bahnstreik, 09, *streik",
        "fr, l'hôpital, 07, hôpital",
        "fr, d’infirmières, 07, infirmi*",
        "ar, والمحكمة, 02, محكمة",
        "ar, للمدارس, 05, مدارس",
        "ar, بالسجن, 02, بالسجن",
        "es, huelga, 09, huelga*"
    })
    void findsAWordInWhatItIsWrittenTogetherWith(String language, String word, String topic, String term) {
        assertThat(lexicon.arguments(language, Folding.fold(word))).anySatisfy(argument -> {
            assertThat(argument.qcode()).isEqualTo("medtop:" + topic + "000000");
            assertThat(argument.term()).isEqualTo(term);
        });
    }

    @ParameterizedTest
    @CsvSource({"es, fábrica despedirá a", "fr, hôpital de", "de, der bahnstreik"})
    void takesNoWordsThatStandBesideATerm(String language, String words) {
        assertThat(lexicon.arguments(language, Folding.fold(words))).isEmpty();
    }
}
