package news.slugline.ingest.format.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way to print a date or a time in numbers.
 *
 * @param reading what a match means; empty where it is no date or time after all
 */
record NumberPattern(Pattern pattern, Function<Matcher, List<Token>> reading) {

    private static final String HOURS = "(?:uhr|uur|hrs?|hours?|horas?|heures?|ore|часов|часа|час|h|ч)(?![\\p{L}\\d])";

    /** Asked in this order. */
    static final List<NumberPattern> ALL = List.of(
            // ISO 8601, extended and basic, as metadata and careful desks have it
            of(
                    "(\\d{4})-(\\d{2})-(\\d{2})(?:t|\\s{1,2})(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?(?!\\d)",
                    m -> both(date(m, 1, 2, 3), clock(m, 4, 5, 6, false))),
            of(
                    "(\\d{4})(\\d{2})(\\d{2})t?(\\d{2})(\\d{2})(\\d{2})?(?!\\d)",
                    m -> both(date(m, 1, 2, 3), clock(m, 4, 5, 6, false))),
            of("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)", m -> date(m, 1, 3, 4)),
            of("-(\\d{2})-(\\d{2})(?!\\d)", m -> date(null, number(m, 1), number(m, 2))),
            of("(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})(?![\\d:])", NumberPattern::slashed),
            of("(\\d{1,2})\\s?[:.h]\\s?(\\d{2})(?::(\\d{2}))?\\s?(am|pm)(?!\\p{L})", m -> halved(m, 1, 2, 4)),
            of("(\\d{1,2})(\\d{2})\\s?(am|pm)(?!\\p{L})", m -> halved(m, 1, 2, 3)),
            of("(\\d{1,2})\\s?(am|pm)(?!\\p{L})", m -> halved(m, 1, 0, 2)),
            of("(\\d{1,2})\\s?[:.h]\\s?(\\d{2})(?::(\\d{2}))?\\s?(?:" + HOURS + ")", m -> clock(m, 1, 2, 3, false)),
            of("(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?!\\d)", m -> date(null, number(m, 2), number(m, 1))),
            of("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?!\\d)", m -> clock(m, 1, 2, 3, isPlain(m))),
            of("(\\d{1,2})[.h](\\d{2})(?![\\d.])|(\\d{1,2})\\.(\\d{2})(?=\\.(?:\\s|$))", NumberPattern::dotted),
            of("(\\d{2})(\\d{2})\\s?(?:" + HOURS + ")", m -> clock(m, 1, 2, 0, false)),
            of("(\\d{1,2})\\s?(?:" + HOURS + ")", m -> clock(m, 1, 0, 0, false)),
            of(
                    "(?<!\\p{L})(?:ore|kl\\.?|klo|klokken|klockan|às|a las)\\s(\\d{1,2})(?![\\d:.h])",
                    m -> clock(m, 1, 0, 0, false)),
            of("(\\d{4})(?!\\d)", m -> List.of(new Token.FourDigits(m.group(1)))),
            of(
                    "(\\d{1,2})(?:st|nd|rd|th|er|re|º|ª|°|:e|\\.)?(?![\\d\\p{L}])",
                    m -> List.of(new Token.Figure(number(m, 1)))));

    List<Token> tokens(Matcher found) {
        return reading.apply(found);
    }

    private static NumberPattern of(String regex, Function<Matcher, List<Token>> reading) {
        return new NumberPattern(Pattern.compile("(?<!\\d)" + regex), reading);
    }

    private static int number(Matcher m, int group) {
        return group == 0 || m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
    }

    private static List<Token> date(Matcher m, int year, int month, int day) {
        return date(number(m, year), number(m, month), number(m, day));
    }

    private static List<Token> date(@Nullable Integer year, int month, int day) {
        return month < 1 || month > 12 || day < 1 || day > 31 ? List.of() : List.of(new Token.Date(year, month, day));
    }

    private static List<Token> clock(Matcher m, int hour, int minute, int second, boolean plain) {
        return EmbargoScanner.clock(number(m, hour), number(m, minute), number(m, second), plain);
    }

    private static List<Token> halved(Matcher m, int hour, int minute, int half) {
        int printed = number(m, hour);
        if (printed < 1 || printed > 12) {
            // "18:00 pm" is printed by mistake, and still clear; "0.30am" is midnight and a half
            return printed <= 23 && m.group(half).equals(printed > 12 ? "pm" : "am")
                    ? EmbargoScanner.clock(printed, number(m, minute), 0, false)
                    : List.of(new Token.Unknown(m.group()));
        }
        boolean afternoon = m.group(half).equals("pm");
        if (printed == 12 && !afternoon && number(m, minute) == 0) {
            return EmbargoScanner.clock(24, 0, 0, false);
        }
        return EmbargoScanner.clock(printed % 12 + (afternoon ? 12 : 0), number(m, minute), 0, false);
    }

    /** 3/4/26: which number is the month, the country tells; between dots the day comes first, as where dots are used. */
    private static List<Token> slashed(Matcher m) {
        int printed = number(m, 4);
        int year = m.group(4).length() == 2 ? 2000 + printed : printed;
        return List.of(
                new Token.Slashed(number(m, 1), number(m, 3), year, m.group(2).equals(".")));
    }

    private static List<Token> dotted(Matcher m) {
        return m.group(1) != null ? clock(m, 1, 2, 0, isPlain(m)) : clock(m, 3, 4, 0, false);
    }

    /** "6:00", of which English wires mean either half of the day; "06:00" and "13:00" are clear. */
    private static boolean isPlain(Matcher m) {
        return m.group(1) != null && m.group(1).length() == 1 && !m.group(1).equals("0");
    }

    private static List<Token> both(List<Token> date, List<Token> time) {
        List<Token> both = new ArrayList<>(date);
        both.addAll(time);
        return date.isEmpty() || time.isEmpty() ? List.of() : both;
    }
}
