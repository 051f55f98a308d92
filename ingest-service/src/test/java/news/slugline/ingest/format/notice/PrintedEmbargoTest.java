package news.slugline.ingest.format.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Embargo lines in the habits of many wires, received on Saturday 28 February 2026 at noon, UTC. */
class PrintedEmbargoTest {

    private static final Instant RECEIVED = Instant.parse("2026-02-28T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EMBARGOED UNTIL 0001 GMT MONDAY | 2026-03-02T00:01:00Z
                    EMBARGO: 6 p.m. ET, Wednesday, March 4 | 2026-03-04T23:00:00Z
                    Hold for release Thursday 5 March 2026, 00:01 (UK time) | 2026-03-05T00:01:00Z
                    Not for publication before 06:00 GMT on 1 March 2030 | 2030-03-01T06:00:00Z
                    STRICTLY EMBARGOED TO 10.30pm BST 31/3/26 | 2026-03-31T21:30:00Z
                    Sperrfrist: Montag, 2. März, 18.00 Uhr (Berliner Zeit) | 2026-03-02T17:00:00Z
                    Sperrfrist: 2.3.2026, 18 Uhr MEZ | 2026-03-02T17:00:00Z
                    Sperrfrist Mo., 2.3., 6.00 Uhr MEZ | 2026-03-02T05:00:00Z
                    Bitte Sperrfrist beachten: Dienstag, 3. März 2026, 00.01 Uhr MEZ | 2026-03-02T23:01:00Z
                    Sous embargo jusqu'au 4 mars à 6h00 (heure de Paris) | 2026-03-04T05:00:00Z
                    EMBARGO JUSQU'À MARDI 3 MARS 18H30 GMT | 2026-03-03T18:30:00Z
                    Embargado hasta el lunes 2 de marzo a las 00.01 horas de Madrid | 2026-03-01T23:01:00Z
                    Sotto embargo fino alle ore 12 di martedì 3 marzo 2026 (ora di Roma) | 2026-03-03T11:00:00Z
                    Sob embargo até às 18h00 de terça-feira, 3 de março, hora de Lisboa | 2026-03-03T18:00:00Z
                    Onder embargo tot dinsdag 3 maart 2026 om 18.00 uur (Nederlandse tijd) | 2026-03-03T17:00:00Z
                    Embargo till tisdag 3 mars kl. 06.00 svensk tid | 2026-03-03T05:00:00Z
                    Embargo til 3. mars 2026 kl. 06:00 norsk tid | 2026-03-03T05:00:00Z
                    Klausuleret til onsdag den 4. marts 2026 kl. 06.00 dansk tid | 2026-03-04T05:00:00Z
                    Эмбарго до 3 марта 2026 года 10:00 мск | 2026-03-03T07:00:00Z
                    Под эмбарго до 18:00 по московскому времени 3 марта | 2026-03-03T15:00:00Z
                    حظر النشر حتى الساعة 18:00 بتوقيت غرينتش يوم الثلاثاء 3 مارس 2026 | 2026-03-03T18:00:00Z
                    حظر النشر حتى ٣ مارس ٢٠٢٦ الساعة ٠٦:٠٠ بتوقيت القاهرة | 2026-03-03T04:00:00Z
                    北京时间2026年3月3日上午10时之前不得发布 | 2026-03-03T02:00:00Z
                    報道解禁：2026年3月3日午後6時（日本時間） | 2026-03-03T09:00:00Z
                    엠바고: 2026년 3월 3일 오전 6시 (한국시간) | 2026-03-02T21:00:00Z
                    EMBARGO: noon GMT Tuesday | 2026-03-03T12:00:00Z
                    Embargoed until 12 noon London time on March 3 | 2026-03-03T12:00:00Z
                    EMBARGOED UNTIL MIDNIGHT GMT SUNDAY 1 MARCH | 2026-03-02T00:00:00Z
                    Embargoed until midnight tonight GMT | 2026-03-01T00:00:00Z
                    Embargoed until 6am tomorrow, UK time | 2026-03-01T06:00:00Z
                    Embargo: 00:01 GMT / 01:01 CET Monday 2 March | 2026-03-02T00:01:00Z
                    EMBARGOED UNTIL 7 p.m. EST Monday (0000 GMT Tuesday) | 2026-03-03T00:00:00Z
                    EMBARGOED UNTIL 2000 GMT MONDAY 2 MARCH | 2026-03-02T20:00:00Z
                    EMBARGOED UNTIL 2 MARCH 2026 2000 GMT | 2026-03-02T20:00:00Z
                    Embargo: 3 March 2026 18:00 JST | 2026-03-03T09:00:00Z
                    EMBARGO 0600 AEDT TUESDAY MARCH 3 | 2026-03-02T19:00:00Z
                    Hold for release until 9:30 a.m. Pacific Time, Tuesday, March 3, 2026 | 2026-03-03T17:30:00Z
                    Not to be published before 2026-03-03 07:00 +01:00 | 2026-03-03T06:00:00Z
                    20260303T070000+0100 | 2026-03-03T06:00:00Z
                    20260303T060000Z | 2026-03-03T06:00:00Z
                    Tue, 03 Mar 2026 06:00:00 GMT | 2026-03-03T06:00:00Z
                    Embargoed until 06:00 UTC+1 on 3 March 2026 | 2026-03-03T05:00:00Z
                    EMBARGO: 27 February 18:00 GMT | 2026-02-27T18:00:00Z
                    EMBARGO: 18:00 GMT 20 February | 2027-02-20T18:00:00Z
                    EMBARGO: 18:00 GMT 20 February 2026 | 2026-02-20T18:00:00Z
                    EMBARGOED UNTIL 0001 GMT MONDAY - NOT FOR BROADCAST OR ONLINE USE BEFORE THIS TIME | 2026-03-02T00:01:00Z
                    This report by the Tarn Institute is under embargo until 00:01 GMT on Monday 2 March. Contact: Joel Hamm. | 2026-03-02T00:01:00Z
                    Embargoed until 6 p.m. EDT on Tuesday, March 3 | 2026-03-03T23:00:00Z
                    Embargoed until 18:00 CEST on 4 April 2026 | 2026-04-04T16:00:00Z
                    """)
    void readsTheInstant(String line, Instant instant) {
        assertThat(PrintedEmbargo.read(line, null, RECEIVED)).isEqualTo(new PrintedEmbargo.Ends(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STRICTLY EMBARGOED TO 10.30pm BST 3/4/26",
                "EMBARGO: 6 p.m. ET, Tuesday, March 4",
                "EMBARGO: 6:00 ET, Wednesday, March 4",
                "Embargoed until 0001 GMT",
                "Embargoed until Monday 2 March 2026 GMT",
                "Embargoed until the minister rises at 10:00 GMT on Monday",
                "Embargoed until 10:00 GMT on Monday or Tuesday",
                "Embargoed until 10:00 GMT or 14:00 GMT on Monday",
                "Embargoed until 10:00 XYT on Monday",
                "Embargoed until Monday 2",
                "Embargoed until 10:00 GMT next Monday",
                "Embargoed until 10:00 GMT on Saturday",
                "Embargoed until 6 GMT Monday",
                "Embargoed until further notice",
                "EMBARGO",
                "Embargoed until 30 February 2026",
                "10:00 GMT listopad 4",
                "soon",
                "",
                "1901232000000"
            })
    void leavesALineAloneThatCanBeReadInTwoWays(String line) {
        assertThat(PrintedEmbargo.read(line, null, RECEIVED)).isInstanceOf(PrintedEmbargo.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sperrfrist: Montag, 2. März, 18.00 Uhr",
                "Embargoed until 10:00 IST on Monday",
                "Embargoed until 10:00 local time on Monday",
                "Embargo: 2026-03-03T10:00:00",
                "EMBARGOED UNTIL 0001 MONDAY"
            })
    void asksForAZoneWhereNeitherLineNorDeskHasOne(String line) {
        assertThat(PrintedEmbargo.read(line, null, RECEIVED)).isInstanceOf(PrintedEmbargo.WithoutZone.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Sperrfrist: Montag, 2. März, 18.00 Uhr | Europe/Berlin | 2026-03-02T17:00:00Z
                    Embargoed until 10:00 IST on Monday | Asia/Kolkata | 2026-03-02T04:30:00Z
                    Embargoed until 10:00 IST on Monday | Asia/Jerusalem | 2026-03-02T08:00:00Z
                    Embargoed until 10:00 IST on Monday | Europe/Dublin | 2026-03-02T10:00:00Z
                    EMBARGO heute 18 Uhr | Europe/Berlin | 2026-02-28T17:00:00Z
                    Embargo: demain 6h | Europe/Paris | 2026-03-01T05:00:00Z
                    STRICTLY EMBARGOED TO 10.30pm BST 3/4/26 | Europe/London | 2026-04-03T21:30:00Z
                    Hold for release 3/4/26, 6 p.m. | America/New_York | 2026-03-04T23:00:00Z
                    Embargo 04.03.2026 06:00 | Europe/Vienna | 2026-03-04T05:00:00Z
                    """)
    void takesFromTheDeskWhatTheLineLeavesOpen(String line, ZoneId desk, Instant instant) {
        assertThat(PrintedEmbargo.read(line, desk, RECEIVED)).isEqualTo(new PrintedEmbargo.Ends(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FOR IMMEDIATE RELEASE",
                "Embargo: none",
                "Embargo lifted",
                "Sperrfrist: keine",
                "Immediate release"
            })
    void knowsThatAnEmbargoIsNone(String line) {
        assertThat(PrintedEmbargo.read(line, null, RECEIVED)).isEqualTo(new PrintedEmbargo.Lifted());
    }

    @Test
    void tellsTodayInTheZoneThatIsNamed() {
        Instant lateInLondon = Instant.parse("2026-02-28T23:30:00Z");
        assertThat(read("Embargo: 10:00 JST today", null, lateInLondon))
                .isEqualTo(Instant.parse("2026-03-01T01:00:00Z"));
    }

    @Test
    void takesTheLaterOfTwoSuchTimesWhereClocksAreSetBack() {
        assertThat(read("Embargo: 25 October 2026 02:30", ZoneId.of("Europe/Berlin"), RECEIVED))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(PrintedEmbargo.read("Embargo: 29 March 2026 02:30", ZoneId.of("Europe/Berlin"), RECEIVED))
                .isInstanceOf(PrintedEmbargo.WithoutZone.class);
    }

    @Test
    void readsHostileLinesInNoTime() {
        for (String unit :
                new String[] {"1 ", "1.", "12:30 ", "until ", "a ", "é", "年", "-", "Monday GMT ", "\u0301"}) {
            assertThat(PrintedEmbargo.read("Embargo " + unit.repeat(500 / unit.length()), null, RECEIVED))
                    .isNotInstanceOf(PrintedEmbargo.Ends.class);
        }
    }

    private static Instant read(String line, @Nullable ZoneId desk, Instant receivedAt) {
        return ((PrintedEmbargo.Ends) PrintedEmbargo.read(line, desk, receivedAt)).instant();
    }
}
