package news.slugline.ingest.format.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that say when a piece appeared or was changed: of the page, not of the story. */
final class DateRules {

    private static final Pattern FULL_DATE =
            Pattern.compile("\\p{Nd}{1,4}\\s?[./年년-]\\s?\\p{Nd}{1,2}\\s?[./月월-]\\s?\\p{Nd}{1,4}[日일.]?"
                    + "|\\p{Nd}{1,2}(?:st|nd|rd|th|er)?\\.?\\s(?:de\\s|d')?[\\p{L}\\p{M}.]{2,12},?\\s(?:de\\s)?\\p{Nd}{4}"
                    + "|[\\p{L}\\p{M}.]{2,12}\\s\\p{Nd}{1,2}(?:st|nd|rd|th)?,?\\s\\p{Nd}{4}");
    private static final Pattern TIME = Pattern.compile(
            "\\p{Nd}{1,2}(?:[:.h時时]\\p{Nd}{2}){1,2}[分秒]?|\\p{Nd}{1,2}\\s?(?:h|uhr|am|pm)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AGO = Pattern.compile(
            "(?iu)(?:published |updated |posted )?(?:\\p{Nd}{1,2}|an?|one)\\s(?:second|minute|min|hour|day|week|month)s?\\sago"
                    + "|vor\\s\\p{Nd}{1,2}\\s\\p{L}+|il y a\\s\\p{Nd}{1,2}\\s\\p{L}+|h(?:ace|á)\\s\\p{Nd}{1,2}\\s\\p{L}+"
                    + "|\\p{Nd}{1,2}\\s?(?:시간|분|일)\\s전|منذ\\s.{2,20}");
    private static final Pattern DAY_ONLY = Pattern.compile(
            "(?iu)(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s[\\p{L}.]{3,10}\\s\\p{Nd}{1,2}|\\p{Nd}{1,2}\\s?月\\s?\\p{Nd}{1,2}\\s?日");
    private static final Pattern SAYS_DATE = Pattern.compile(
            "(?iu).*(?:published|updated|posted|modified|created|issued|stand:|veröffentlicht|aktualisiert|publié|mis à jour|modifié|publicad[oa]"
                    + "|actualizad[oa]|atualizado|pubblicato|aggiornato|gepubliceerd|publicerad|uppdaterad|publisert|oppdatert|julkaistu|aktualizacja"
                    + "|opublikowano|giriş|güncelleme|опубликовано|обновлено|نشر|نُشر|تحديث|انتشار|עודכן|פורסם|प्रकाशित|अपडेट|প্রকাশ|发布|更新|配信|掲載|입력|수정).*");
    private static final int WORDS_BESIDE_A_DATE = 3;
    private static final int WORDS_AROUND_A_DATE = 10;

    private static final Pattern DATE_AND_PLACE =
            Pattern.compile("^(.{0,20}\\d.{4,60}?)\\s[-–—|]\\s(\\p{Lu}[\\p{Lu} ]{2,30})$");
    private static final int LONGEST_DATE_LINE = 110;
    private static final int LONGEST_UNSPACED_REST = 12;

    private DateRules() {}

    /** Lines that hold a date or a time and nothing else. */
    static void dates(Page page) {
        page.take(line -> isDate(line.text), "date", Field.DATE);
    }

    /** The place that some papers print behind the date of a story. */
    static Optional<String> placeOfDate(Page page) {
        return page.of(Field.DATE)
                .map(line -> DATE_AND_PLACE.matcher(line.text))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(2))
                .findFirst();
    }

    static boolean isDate(String text) {
        Matcher placed = DATE_AND_PLACE.matcher(text);
        return placed.matches() ? isDateAlone(placed.group(1)) : isDateAlone(text);
    }

    /** A full date, or how long ago; and hardly anything else on the line. */
    private static boolean isDateAlone(String text) {
        if (text.length() > LONGEST_DATE_LINE || Prose.isProse(text)) {
            return false;
        }
        String timeless = TIME.matcher(FULL_DATE.matcher(text).replaceAll(" ")).replaceAll(" ");
        boolean dated = FULL_DATE.matcher(text).find() || DAY_ONLY.matcher(text).matches();
        String rest = timeless.replaceAll("[\\p{P}\\p{S}\\p{Nd}|]++", " ").strip();
        return AGO.matcher(text).matches()
                || DAY_ONLY.matcher(text).matches()
                || TIME.matcher(text).matches()
                || (dated && isLittle(rest, isStamp(text) ? WORDS_AROUND_A_DATE : WORDS_BESIDE_A_DATE));
    }

    /** A date with a time or a word such as "updated" is a time stamp; a date alone may stand in a headline. */
    private static boolean isStamp(String text) {
        return TIME.matcher(text).find() || SAYS_DATE.matcher(text).matches();
    }

    private static boolean isLittle(String rest, int most) {
        return Prose.words(rest) <= most && !(Prose.isUnspaced(rest) && rest.length() > LONGEST_UNSPACED_REST);
    }
}
