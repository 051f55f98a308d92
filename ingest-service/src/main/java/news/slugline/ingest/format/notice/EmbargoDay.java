package news.slugline.ingest.format.notice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells the day of an embargo from dates, weekdays and words such as "tomorrow". All that stand there must agree. */
final class EmbargoDay {

    /** A date without a year that is no longer over than this is that one, not next year's. */
    private static final int DAYS_OVER = 3;
    /** Two-digit years further off are more likely days or months. */
    private static final int YEARS_AHEAD = 10;

    /** Where the month comes first between slashes. */
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "America/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Juneau|Adak|Indiana/.*|Kentucky/.*|North_Dakota/.*)|Pacific/Honolulu|US/.*");
    /** Where it may come first or not, or the year does. */
    private static final Pattern EITHER_FIRST = Pattern.compile(
            "America/(?:Toronto|Montreal|Vancouver|Winnipeg|Edmonton|Halifax|Regina|St_Johns|Moncton|Puerto_Rico|Panama)|Canada/.*"
                    + "|Asia/(?:Tokyo|Seoul|Shanghai|Taipei|Hong_Kong|Manila|Ulaanbaatar)|Etc/.*|[A-Z]{3,4}|[+-].*|UTC.*|GMT.*|Z");

    private EmbargoDay() {}

    static LocalDate of(List<Token> printed, LocalDate today, @Nullable ZoneId desk) {
        List<LocalDate> days = printed.stream()
                .filter(token -> !(token instanceof Token.Weekday))
                .map(token -> day(token, today, desk))
                .distinct()
                .toList();
        List<Token.Weekday> weekdays = printed.stream()
                .filter(Token.Weekday.class::isInstance)
                .map(Token.Weekday.class::cast)
                .distinct()
                .toList();
        if (days.size() > 1 || weekdays.size() > 1) {
            throw new DoubtfulEmbargoException("it names several days");
        }
        if (days.isEmpty() && weekdays.isEmpty()) {
            throw new DoubtfulEmbargoException("it names no day");
        }
        if (days.isEmpty()) {
            return today.with(TemporalAdjusters.nextOrSame(weekdays.getFirst().day()));
        }
        LocalDate day = days.getFirst();
        if (!weekdays.isEmpty() && day.getDayOfWeek() != weekdays.getFirst().day()) {
            throw new DoubtfulEmbargoException("the weekday that it names is not that of " + day);
        }
        return day;
    }

    private static LocalDate day(Token token, LocalDate today, @Nullable ZoneId desk) {
        return switch (token) {
            case Token.Relative(int days) -> today.plusDays(days);
            case Token.Date(Integer year, int month, int day) ->
                year == null ? nextOrJustOver(month, day, today) : LocalDate.of(year, month, day);
            case Token.Slashed slashed -> slashed(slashed, today, desk);
            case Token _ -> throw new DoubtfulEmbargoException("it names no day");
        };
    }

    private static LocalDate nextOrJustOver(int month, int day, LocalDate today) {
        return IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 4)
                .filter(year -> isReal(year, month, day))
                .mapToObj(year -> LocalDate.of(year, month, day))
                .filter(date -> !date.isBefore(today.minusDays(DAYS_OVER)))
                .findFirst()
                .orElseThrow(() -> new DoubtfulEmbargoException("there is no such date"));
    }

    private static LocalDate slashed(Token.Slashed date, LocalDate today, @Nullable ZoneId desk) {
        int year = date.year();
        if (Math.abs(year - today.getYear()) > YEARS_AHEAD) {
            throw new DoubtfulEmbargoException("the year " + year + " is too far off to be certain");
        }
        boolean dayFirst = isReal(year, date.second(), date.first());
        boolean monthFirst = isReal(year, date.first(), date.second());
        if (dayFirst && monthFirst && date.first() != date.second()) {
            monthFirst = isMonthFirst(date, desk == null ? "Etc/UTC" : desk.getId());
            dayFirst = !monthFirst;
        }
        if (!dayFirst && !monthFirst) {
            throw new DoubtfulEmbargoException("there is no such date");
        }
        return dayFirst
                ? LocalDate.of(year, date.second(), date.first())
                : LocalDate.of(year, date.first(), date.second());
    }

    private static boolean isMonthFirst(Token.Slashed date, String desk) {
        boolean american = MONTH_FIRST.matcher(desk).matches();
        if (date.dotted() ? american : EITHER_FIRST.matcher(desk).matches()) {
            throw new DoubtfulEmbargoException(
                    date.first() + " and " + date.second() + " may be a day and a month or a month and a day");
        }
        return american;
    }

    private static boolean isReal(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
