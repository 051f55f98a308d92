package news.slugline.ingest.format.notice;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A part of an embargo line, of one of the kinds that its instant depends on. */
sealed interface Token {

    /**
     * A time of day.
     *
     * @param endsDay whether the day is over then: "24:00", or "midnight", read as the later one
     * @param plain whether it may be meant in the morning or in the evening: "6:00" without a leading zero or "a.m."
     */
    record Clock(LocalTime time, boolean endsDay, boolean plain) implements Token {}

    /** The half of the day that the clock before or after it is in. */
    record Half(boolean afternoon) implements Token {}

    /** A whole date; a null year is the one that comes next. */
    record Date(@Nullable Integer year, int month, int day) implements Token {}

    /**
     * A date such as 3/4/26, of which countries read the first two numbers in one order or the other.
     *
     * @param dotted whether full stops part it: then the day comes first, but for American desks
     */
    record Slashed(int first, int second, int year, boolean dotted) implements Token {}

    record Month(int month) implements Token {}

    record Weekday(DayOfWeek day) implements Token {}

    /** So many days after that of the receipt. */
    record Relative(int days) implements Token {}

    /** A number of one or two digits that stands alone: the day of a month. */
    record Figure(int value) implements Token {}

    /** Four digits: a year, or a time without a colon. */
    record FourDigits(String digits) implements Token {}

    record Zone(ZoneName name) implements Token {}

    /** "Until" and its like: what stands before is about the piece, not about the time. */
    record Until() implements Token {}

    /** Immediate release, or a lifted embargo. */
    record Lifted() implements Token {}

    /** A word that is known to change nothing. */
    record Filler() implements Token {}

    /** Where a sentence or clause ends. */
    record Break() implements Token {}

    /** A word that is not known: near a time it may change it. */
    record Unknown(String word) implements Token {}
}
