package news.slugline.ingest.format.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a line that puts a piece under an embargo from a story about one. */
public final class EmbargoLine {

    private static final Pattern EMBARGO = Pattern.compile(
            "(?iU)[*#\\s(\\[!]*(?:(?:strictly |under )?embargo(?:ed)?\\b|hold for release|not for (?:publication|release)\\b|not for (?:use|broadcast) (?:before|until|till)\\b"
                    + "|for release (?:on|at|after)|sperrfrist|sous embargo|embargado|под эмбарго|حظر نشر).{0,160}");
    private static final String DAY =
            "\\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|today|tonight|tomorrow|midnight|noon|release|publication";
    /** An embargo on goods, and whatever an embargo does in a story: it goes on with a word that tells no time. */
    private static final Pattern ABOUT_ONE =
            Pattern.compile("(?iU)[\\s(]*embargo(?:es|s)?\\s(?:(?:on|against|over|of)\\s(?!(?:the )?(?:" + DAY + ")).*"
                    + "|(?!until|till?|to\\b|for\\b|before|after|at\\b|on\\b|by\\b|is\\b|ends?\\b|end:|lifts?\\b|lifted\\b|expires?|expiry|time|date|notice|applies|in force|copy|strict|bis|jusqu|hasta|fino|fins|tot\\b|voor|au\\b|le\\b|el\\b|al\\b|til\\b|kl|ab\\b|vor|am\\b|до|"
                    + DAY
                    + ")\\p{L}.*)|(?-i)[\\s(]*Embargoed\\s(?!until|till?|to\\b|for\\b|before|on\\b|at\\b|by\\b|copy\\s?[:!–—-]|"
                    + DAY
                    + "|\\p{Lu}).*");

    private static final Pattern LABELLED = Pattern.compile(
            "(?iu)[^:–—|(-]{0,30}(?:release|press|media|news|statement|mitteilung|meldung|communiqu[ée]|nota|comunicado|comunicato|bericht|meddelande)[^:–—|(-]{0,20}[:–—|,(-]+\\s?(\\S.*)");

    private EmbargoLine() {}

    /** Whether the line is an order; one in doubt counts, as an error is better than a story out too early. */
    public static boolean is(String line) {
        return order(line).isPresent();
    }

    /** The order in the line: all of it, or what stands behind a label such as "Press release". */
    static Optional<String> order(String line) {
        if (isOrder(line)) {
            return Optional.of(line);
        }
        Matcher labelled = LABELLED.matcher(line);
        return labelled.matches() ? Optional.of(labelled.group(1)).filter(EmbargoLine::isOrder) : Optional.empty();
    }

    private static boolean isOrder(String line) {
        return EMBARGO.matcher(line).matches() && !ABOUT_ONE.matcher(line).matches() && !NoticeRules.isAdvisory(line);
    }
}
