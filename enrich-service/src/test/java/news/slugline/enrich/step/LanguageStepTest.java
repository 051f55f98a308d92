package news.slugline.enrich.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.slugline.enrich.Articles;
import news.slugline.event.Article;
import news.slugline.event.Lane;
import news.slugline.event.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageStepTest {

    private static final LanguageStep STEP = new LanguageStep();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en      | The council will vote on the new bridge next week, and the mayor hopes that work starts in spring.
            de      | Der Rat stimmt in der nächsten Woche über die neue Brücke ab, und die Arbeiten sollen im Frühjahr beginnen.
            fr      | Le conseil votera la semaine prochaine sur le nouveau pont, et les travaux devraient commencer au printemps.
            es      | El concejo votará la próxima semana sobre el nuevo puente y las obras deberían empezar en primavera.
            pt      | A câmara votará na próxima semana sobre a nova ponte e as obras deverão começar na primavera.
            it      | Il consiglio voterà la prossima settimana sul nuovo ponte e i lavori dovrebbero iniziare in primavera.
            nl      | De raad stemt volgende week over de nieuwe brug en het werk zou in het voorjaar moeten beginnen.
            tr      | Meclis gelecek hafta yeni köprü için oy kullanacak ve çalışmaların baharda başlaması bekleniyor.
            sw      | Baraza litapiga kura wiki ijayo kuhusu daraja jipya, na kazi inatarajiwa kuanza mwezi wa tatu.
            ru      | Совет проголосует за новый мост на следующей неделе, работы должны начаться весной.
            ar      | سيصوت المجلس الأسبوع المقبل على الجسر الجديد ومن المتوقع أن تبدأ الأعمال في الربيع
            fa      | شورا هفته آینده درباره پل جدید رأی می‌دهد و قرار است کار در بهار آغاز شود
            he      | המועצה תצביע בשבוע הבא על הגשר החדש והעבודות צפויות להתחיל באביב
            hi      | परिषद अगले सप्ताह नए पुल पर मतदान करेगी और काम वसंत में शुरू होने की उम्मीद है
            zh-Hans | 市议会将于下周就新桥进行表决，预计工程将在春季开工，市长对此表示欢迎。
            ja      | 市議会は来週、新しい橋について採決する。工事は春に始まる見通しだ。
            ko      | 시의회는 다음 주에 새 다리에 대해 표결하며 공사는 봄에 시작될 예정이다.
            th      | สภาเมืองจะลงมติเรื่องสะพานใหม่ในสัปดาห์หน้า
            el      | Το συμβούλιο θα ψηφίσει την επόμενη εβδομάδα για τη νέα γέφυρα.
            am      | ምክር ቤቱ በሚቀጥለው ሳምንት ስለ አዲሱ ድልድይ ድምፅ ይሰጣል
            """)
    void detectsTheLanguage(String tag, String body) {
        var language = detect(Articles.article("", body)).orElseThrow();

        assertThat(language.getTag()).isEqualTo(tag);
        assertThat(language.getProvenance().getConfidence()).isBetween(0.6, 1.0);
        assertThat(language.getProvenance().getStep()).isEqualTo("language");
        assertThat(language.getProvenance().getVersion()).isNotEmpty();
    }

    @Test
    void believesTheCopyWhereTheTextIsTooShort() {
        var language = detect(declared("No", "Ok.", "nb")).orElseThrow();

        assertThat(language.getTag()).isEqualTo("nb");
        assertThat(language.getProvenance().getStep()).isEqualTo("copy");
    }

    @Test
    void saysNothingWhereNeitherTextNorCopyDoes() {
        assertThat(detect(Articles.article("7", "12 34"))).isEmpty();
        assertThat(detect(Articles.article("", ""))).isEmpty();
    }

    @Test
    void keepsTheRegionThatTheCopyKnows() {
        var language = detect(declared(
                        "", "The council will vote on the new bridge, and the mayor hopes that work starts.", "en-GB"))
                .orElseThrow();

        assertThat(language.getTag()).isEqualTo("en-GB");
        assertThat(language.getProvenance().getStep()).isEqualTo("language");
    }

    @Test
    void believesTheTextRatherThanAWrongDeclaration() {
        assertThat(detect(declared("", "Le conseil votera la semaine prochaine sur le nouveau pont.", "en")))
                .map(Language::getTag)
                .contains("fr");
    }

    private static Article declared(String headline, String body, String tag) {
        return Article.newBuilder(Articles.article(headline, body))
                .setLanguage(tag)
                .build();
    }

    private static Optional<Language> detect(Article article) {
        return ((Contribution.LanguageDetected)
                        STEP.enrich(Articles.ingested(article, Lane.routine), Findings.none(List.of())))
                .language();
    }
}
