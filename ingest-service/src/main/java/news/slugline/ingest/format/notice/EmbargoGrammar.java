package news.slugline.ingest.format.notice;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Joins the tokens of an embargo line into whole times and dates, and keeps of the rest what bears on them.
 *
 * <p>A number or a word that finds no place stays {@link Token.Unknown}, so that the line is refused.
 */
final class EmbargoGrammar {

    private final List<Token> tokens;
    private final int thisYear;

    private EmbargoGrammar(List<Token> tokens, int thisYear) {
        this.tokens = new ArrayList<>(tokens);
        this.thisYear = thisYear;
    }

    /** The tokens from the first that tells the time to the last, joined. */
    static List<Token> joined(List<Token> tokens, int thisYear) {
        var grammar = new EmbargoGrammar(tokens, thisYear);
        grammar.fourDigits();
        grammar.dates();
        grammar.halves();
        grammar.sameTimeTwice();
        return grammar.clause();
    }

    /** Times of day without a colon, and years, told apart by what stands beside them. */
    private void fourDigits() {
        boolean hasClock = tokens.stream().anyMatch(Token.Clock.class::isInstance)
                || tokens.stream().filter(Token.FourDigits.class::isInstance).count() > 1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Token.FourDigits(String digits) && !isYear(i, digits, hasClock)) {
                boolean either = isAfterDate(i) && Math.abs(Integer.parseInt(digits) - thisYear) <= 10;
                List<Token> time = EmbargoScanner.clock(
                        Integer.parseInt(digits.substring(0, 2)), Integer.parseInt(digits.substring(2)), 0, false);
                tokens.set(i, either || time.isEmpty() ? new Token.Unknown(digits) : time.getFirst());
            }
        }
    }

    private boolean isYear(int i, String digits, boolean hasClock) {
        int year = Integer.parseInt(digits);
        boolean zoneFollows = near(i, 1) instanceof Token.Zone;
        return year >= 1990 && year < 2100 && isAfterDate(i) && (hasClock || !zoneFollows);
    }

    private boolean isAfterDate(int i) {
        int before = index(i, -1);
        return switch (before < 0 ? null : tokens.get(before)) {
            case null -> false;
            case Token.Month _ -> true;
            case Token.Figure _ -> near(before, -1) instanceof Token.Month;
            case Token.Date date -> date.year() == null;
            case Token _ -> false;
        };
    }

    /** "4 March 2026", "March 4, 2026", "4 de marzo de 2026", "4.3." and a year behind it. */
    private void dates() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Token.Month(int month)) {
                int before = index(i, -1);
                int after = index(i, 1);
                if (before >= 0 && tokens.get(before) instanceof Token.Figure(int day)) {
                    i = join(before, i, null, month, day);
                } else if (after >= 0 && tokens.get(after) instanceof Token.Figure(int day)) {
                    i = join(i, after, null, month, day);
                }
            } else if (tokens.get(i) instanceof Token.Date(Integer year, int month, int day) && year == null) {
                i = join(i, i, null, month, day);
            }
        }
    }

    private int join(int first, int last, @Nullable Integer year, int month, int day) {
        int next = index(last, 1);
        int end = last;
        Integer found = year;
        if (next >= 0 && tokens.get(next) instanceof Token.FourDigits(String digits)) {
            found = Integer.valueOf(digits);
            end = next;
        } else if (next == last + 1 && tokens.get(next) instanceof Token.Figure(int shortYear) && shortYear >= 20) {
            found = 2000 + shortYear;
            end = next;
        }
        tokens.subList(first, end + 1).clear();
        boolean real = day >= 1 && day <= 31;
        tokens.add(first, real ? new Token.Date(found, month, day) : new Token.Unknown(String.valueOf(day)));
        return first;
    }

    /** "6 in the evening", "de la tarde a las 6": a clock, or a number, and its half of the day. */
    private void halves() {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Token.Half(boolean afternoon)) {
                int beside =
                        index(i, -1) >= 0 && hour(tokens.get(index(i, -1))).isPresent() ? index(i, -1) : index(i, 1);
                Optional<LocalTime> time = beside < 0 ? Optional.empty() : hour(tokens.get(beside));
                if (time.isPresent()) {
                    LocalTime printed = time.get();
                    boolean later = afternoon && printed.getHour() < 12;
                    tokens.set(beside, new Token.Clock(later ? printed.plusHours(12) : printed, false, false));
                }
                tokens.set(i, time.isPresent() ? new Token.Filler() : new Token.Unknown("half of the day"));
            }
        }
    }

    private static Optional<LocalTime> hour(Token token) {
        return switch (token) {
            case Token.Clock clock when !clock.endsDay() -> Optional.of(clock.time());
            case Token.Figure(int hour) when hour >= 1 && hour <= 12 -> Optional.of(LocalTime.of(hour, 0));
            case Token _ -> Optional.empty();
        };
    }

    private static boolean isTwelve(Token token) {
        return token instanceof Token.Clock clock
                && (clock.time().equals(LocalTime.MIDNIGHT) || clock.time().equals(LocalTime.NOON));
    }

    /** "12 noon", "00:00 midnight": the word says which it is. */
    private void sameTimeTwice() {
        for (int i = 1; i < tokens.size(); i++) {
            boolean isNumbered =
                    (tokens.get(i - 1) instanceof Token.Figure(int hour) && hour == 12) || isTwelve(tokens.get(i - 1));
            if (isTwelve(tokens.get(i)) && isNumbered) {
                tokens.set(i - 1, new Token.Filler());
            }
        }
    }

    private List<Token> clause() {
        int first = indexOf(tokens, EmbargoGrammar::tellsTime);
        if (first < 0) {
            return tokens;
        }
        int start = 0;
        for (int i = 0; i < first; i++) {
            if (tokens.get(i) instanceof Token.Until || tokens.get(i) instanceof Token.Break) {
                start = i;
            }
        }
        List<Token> clause = tokens.subList(start, tokens.size());
        int end = endOfClause(clause);
        boolean moreTimes = clause.subList(end, clause.size()).stream().anyMatch(EmbargoGrammar::tellsTime);
        return moreTimes ? clause : clause.subList(0, end);
    }

    /** Where a sentence begins that says something else, once time and day are known. */
    private static int endOfClause(List<Token> clause) {
        boolean clock = false;
        boolean day = false;
        for (int i = 0; i < clause.size(); i++) {
            Token token = clause.get(i);
            clock |= token instanceof Token.Clock;
            day |= token instanceof Token.Date
                    || token instanceof Token.Slashed
                    || token instanceof Token.Weekday
                    || token instanceof Token.Relative;
            if (clock && day && token instanceof Token.Break) {
                List<Token> rest = clause.subList(i + 1, clause.size());
                int unknown = indexOf(rest, t -> t instanceof Token.Unknown || t instanceof Token.Figure);
                int time = indexOf(rest, t -> tellsTime(t) || t instanceof Token.Zone);
                if (unknown >= 0 && (time < 0 || unknown < time)) {
                    return i;
                }
            }
        }
        return clause.size();
    }

    private static boolean tellsTime(Token token) {
        return switch (token) {
            case Token.Clock _, Token.Date _, Token.Slashed _, Token.Weekday _, Token.Relative _ -> true;
            case Token.Half _,
                    Token.Month _,
                    Token.Figure _,
                    Token.FourDigits _,
                    Token.Zone _,
                    Token.Until _,
                    Token.Lifted _,
                    Token.Filler _,
                    Token.Break _,
                    Token.Unknown _ -> false;
        };
    }

    private static int indexOf(List<Token> tokens, Predicate<Token> test) {
        for (int i = 0; i < tokens.size(); i++) {
            if (test.test(tokens.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The neighbour over words that change nothing; -1 where there is none. */
    private int index(int from, int step) {
        int i = from + step;
        while (i >= 0
                && i < tokens.size()
                && (tokens.get(i) instanceof Token.Filler || tokens.get(i) instanceof Token.Break)) {
            i += step;
        }
        return i >= 0 && i < tokens.size() ? i : -1;
    }

    private @Nullable Token near(int from, int step) {
        int i = index(from, step);
        return i < 0 ? null : tokens.get(i);
    }
}
