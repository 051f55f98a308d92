package news.slugline.ingest.format.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The words of embargo lines in many languages: from a resource, from the Unicode CLDR (weekdays and months) and from
 * the IANA time zones (cities).
 *
 * <p>A month that two languages mean differently ("listopad") is in no embargo: it is left out.
 */
final class Lexicon {

    private static final List<String> LANGUAGES = List.of(
            "en", "de", "de-AT", "fr", "es", "it", "pt", "nl", "sv", "nb", "da", "fi", "is", "pl", "cs", "sk", "hu",
            "ro", "hr", "sr", "sl", "bg", "ru", "uk", "el", "tr", "et", "lv", "lt", "id", "ms", "vi", "ar", "ar-SY",
            "ar-MA", "ar-DZ", "he", "fa", "hi", "ca", "ga", "ko");

    private static final Pattern CITY =
            Pattern.compile("(?:Africa|America|Asia|Atlantic|Europe|Pacific|Australia|Indian)/(?:\\w+/)?(\\w{4,})");
    /** Zones whose last part is no city, but a word of its own. */
    private static final Pattern NO_CITY = Pattern.compile(
            "(?:Australia/(?:North|South|West|Victoria|Queensland|Tasmania|Yancowinna)"
                    + "|Pacific/Easter|Indian/Christmas|America/Center|America/North_Dakota/.*|America/Nome|Pacific/Midway)");

    private static final int MOST_WORDS = 5;

    static final Lexicon EMBARGOES = new Lexicon("/notice/embargo-words.txt");

    private final Map<String, List<Token>> phrases = new HashMap<>();

    private Lexicon(String resource) {
        calendar();
        cities();
        var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            reader.lines().filter(line -> line.contains(" = ")).forEach(this::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the phrase may mean, the likeliest first; empty where it is not known. */
    List<Token> meanings(String phrase) {
        return phrases.getOrDefault(phrase, List.of());
    }

    /** The longest phrase that is looked up, in words. */
    int mostWords() {
        return MOST_WORDS;
    }

    private void calendar() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (Month month : Month.values()) {
                for (TextStyle style : List.of(
                        TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                    String name = plain(month.getDisplayName(style, locale));
                    if (name.length() >= 3 && !Character.isDigit(name.charAt(0))) {
                        months.merge(name, month.getValue(), (one, other) -> one.equals(other) ? one : 0);
                    }
                }
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                add(plain(day.getDisplayName(TextStyle.FULL, locale)), new Token.Weekday(day));
                add(plain(day.getDisplayName(TextStyle.FULL_STANDALONE, locale)), new Token.Weekday(day));
            }
        }
        months.forEach((name, month) -> {
            if (month > 0) {
                add(name, new Token.Month(month));
            }
        });
    }

    private void cities() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            var city = CITY.matcher(id);
            if (city.matches() && !NO_CITY.matcher(id).matches()) {
                String name = plain(city.group(1).replace('_', ' '));
                ZoneName zone = new ZoneName(name, null, ZoneId.of(id));
                boolean other = meanings(name).stream()
                        .anyMatch(token -> token instanceof Token.Zone(var known)
                                && !Objects.requireNonNull(known.region())
                                        .getRules()
                                        .equals(zone.clocks().getRules()));
                if (other) {
                    phrases.remove(name);
                } else if (meanings(name).isEmpty()) {
                    add(name, new Token.Zone(zone));
                }
            }
        }
    }

    private void line(String line) {
        String[] parts = line.split(" = ", 2);
        String[] sense = parts[0].strip().split(" ");
        for (String phrase : parts[1].split("\\|", -1)) {
            String plain = plain(phrase);
            add(plain, token(sense, plain));
        }
    }

    private static Token token(String[] sense, String phrase) {
        return switch (sense[0]) {
            case "until" -> new Token.Until();
            case "lifted" -> new Token.Lifted();
            case "day" -> new Token.Relative(Integer.parseInt(sense[1]));
            case "clock" ->
                sense[1].equals("24:00")
                        ? new Token.Clock(LocalTime.MIDNIGHT, true, false)
                        : new Token.Clock(LocalTime.parse(sense[1]), false, false);
            case "half" -> new Token.Half(sense[1].equals("pm"));
            case "zone" -> new Token.Zone(zone(sense, phrase));
            case "weekday" -> new Token.Weekday(DayOfWeek.of(Integer.parseInt(sense[1])));
            case "month" -> new Token.Month(Integer.parseInt(sense[1]));
            default -> new Token.Filler();
        };
    }

    private static ZoneName zone(String[] sense, String phrase) {
        if (sense[1].equals("?")) {
            return new ZoneName(phrase, null, null);
        }
        return sense.length == 2
                ? new ZoneName(phrase, null, ZoneId.of(sense[1]))
                : new ZoneName(phrase, ZoneOffset.of(sense[1]), ZoneId.of(sense[2]));
    }

    private void add(String phrase, Token meaning) {
        List<Token> meanings = phrases.computeIfAbsent(phrase, _ -> new ArrayList<>());
        if (meanings.stream().noneMatch(meaning::equals)) {
            meanings.add(meaning);
        }
    }

    private static String plain(String phrase) {
        return phrase.strip().toLowerCase(Locale.ROOT).replace(".", "").replace('-', ' ');
    }
}
