package news.slugline.ingest.format.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place, date and agency that a wire story's text begins with.
 *
 * @param place without date and agency; empty where only an agency stands there
 * @param byline the reporter, where the dateline names one
 * @param rest the text behind the dateline
 */
record Dateline(Optional<String> place, Optional<String> byline, String rest) {

    private static final String DASH = "\\s?(?:[–—]|--?|―|_(?=\\s))\\s?";
    private static final String DATE =
            "(?:,?\\s(?:(?:[\\p{L}\\p{M}]{3,10}\\.?\\s)?\\d{1,2}(?:\\.|st|nd|rd|th)?(?:\\s(?:de\\s)?[\\p{L}\\p{M}]{3,10}\\.?)?(?:,?\\s(?:de\\s)?\\d{4})?))";
    private static final String PLACE = "\\p{L}[\\p{L}\\p{M}.’' /-]{1,40}(?:,\\s\\p{L}[\\p{L}\\p{M}.’' -]{1,25}){0,2}?";
    private static final String AGENCY = "(?:\\s?(?:\\([^()]{2,40}\\)|/[^/]{2,40}/))";

    /** A place with an agency or a date needs no capitals to be one. */
    private static final Pattern WITH_AGENCY = Pattern.compile(
            "^(" + PLACE + ")(?:" + DATE + ")?\\.?\\s?" + AGENCY + "\\.?(?:" + DASH + "|\\s?[.:]\\s)(.+)$",
            Pattern.DOTALL);

    private static final Pattern WITH_DATE =
            Pattern.compile("^(" + PLACE + ")" + DATE + "\\.?" + "\\s(?:[–—]|--?|―)\\s(.+)$", Pattern.DOTALL);
    private static final Pattern CAPITALS = Pattern.compile(
            "^(\\p{Lu}[\\p{Lu}\\p{M}.’' /-]{1,40}(?:,\\s\\p{L}[\\p{L}\\p{M}.’' -]{1,25}){0,2})\\s?(?:[–—―]|--?)\\s(.+)$",
            Pattern.DOTALL);
    private static final Pattern BRACKET =
            Pattern.compile("^[【\\[]([^】\\]=]{1,20})(?:=[^】\\]]{1,20})?[】\\]]\\s?(.+)$", Pattern.DOTALL);
    private static final Pattern KOREAN = Pattern.compile(
            "^[(\\uFF08]([^()\\uFF08\\uFF09=]{1,12})=[^()]{2,20}[)\\uFF09]\\s?(?:.{2,12}기자\\s?=\\s?)?(.+)$",
            Pattern.DOTALL);
    private static final Pattern XINHUA = Pattern.compile(
            "^\\p{IsHan}{1,4}(?:社|网|报|報)(\\p{IsHan}{2,8}?)\\d{1,2}月\\d{1,2}日[电電讯訊]\\s?(?:[(\\uFF08]([^)\\uFF09]{2,30})[)\\uFF09])?\\s?(.+)$",
            Pattern.DOTALL);
    private static final Pattern WITH_DATE_AND_AGENCY =
            Pattern.compile("^(" + PLACE + ")" + DATE + "\\.?\\s?" + AGENCY + "\\.?\\s(.+)$", Pattern.DOTALL);
    /** Some agencies print their short name as a sentence behind the dash. */
    private static final Pattern LED_BY_AGENCY = Pattern.compile("^\\p{Lu}{2,8}\\.\\s(.+)$", Pattern.DOTALL);

    /** {@code PORT ESKER: Text}, as South Asian papers have it; a single short word in capitals is rather a name. */
    private static final Pattern COLON = Pattern.compile(
            "^(\\p{Lu}[\\p{Lu}\\p{M}.’'-]{3,30}(?:\\s\\p{Lu}[\\p{Lu}\\p{M}.’'-]{1,20}){0,2}(?:/\\p{Lu}[\\p{Lu}\\s]{3,20})?):\\s(?=\\p{Lu}|[“\"‘'])(.{40,})$",
            Pattern.DOTALL);
    /** {@code (London) Text}; what is in capitals is an agency. */
    private static final Pattern BRACKETED_PLACE = Pattern.compile(
            "^\\((\\p{Lu}\\p{Ll}[\\p{L}\\p{M}.’'-]{1,20}(?:\\s\\p{Lu}[\\p{L}\\p{M}.’'-]{1,20}){0,2})\\)\\s(?=\\p{Lu}|[“\"])(.{40,})$",
            Pattern.DOTALL);

    /** {@code Stenhamra (NVB) Text}: what is in capitals and brackets is an agency. */
    private static final Pattern AGENCY_BEHIND = Pattern.compile(
            "^(\\p{Lu}[\\p{L}\\p{M}.’'-]{1,25}(?:\\s\\p{Lu}[\\p{L}\\p{M}.’'-]{1,20}){0,2})\\s\\(\\p{Lu}{2,6}\\)\\s(?=\\p{Lu}|[“\"„»–])(.{30,})$",
            Pattern.DOTALL);
    /** In scripts without capitals: place, day and agency in brackets. */
    private static final Pattern UNCASED = Pattern.compile(
            "^([\\p{Lo}\\p{M}]{2,20}),\\s[\\p{Lo}\\p{M}\\p{N} ]{3,25}\\s\\([\\p{Lo}\\p{M} ]{2,30}\\)\\s(.{30,})$",
            Pattern.DOTALL);

    private static final Pattern[] PATTERNS = {
        AGENCY_BEHIND,
        UNCASED,
        KOREAN,
        BRACKET,
        WITH_AGENCY,
        WITH_DATE_AND_AGENCY,
        WITH_DATE,
        CAPITALS,
        COLON,
        BRACKETED_PLACE
    };
    private static final Pattern ALONE = Pattern.compile("(?:[–—―]|--?)$");
    /** {@code STOCKBY/NB} on a line above the text: place and agency. */
    private static final Pattern PLACE_AND_AGENCY =
            Pattern.compile("^(\\p{Lu}[\\p{Lu}\\p{M}’' -]{2,30})\\s?/\\s?\\p{Lu}{2,5}(?: …)?$");

    private static final String PLACEHOLDER = "…";
    private static final Pattern AGENCY_ONLY =
            Pattern.compile("^\\(\\p{Lu}[\\p{L}\\p{M} .-]{1,20}\\)" + DASH + "(.+)$", Pattern.DOTALL);

    /** The dateline of a paragraph; empty where it has none. */
    static Optional<Dateline> of(String paragraph) {
        Matcher above = PLACE_AND_AGENCY.matcher(paragraph);
        if (above.matches()) {
            return Optional.of(new Dateline(Optional.of(above.group(1).strip()), Optional.empty(), PLACEHOLDER));
        }
        Matcher xinhua = XINHUA.matcher(paragraph);
        if (xinhua.matches()) {
            return Optional.of(
                    new Dateline(Optional.of(xinhua.group(1)), Optional.ofNullable(xinhua.group(2)), xinhua.group(3)));
        }
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(paragraph);
            if (matcher.matches() && !matcher.group(2).isBlank()) {
                String rest = LED_BY_AGENCY.matcher(matcher.group(2).strip()).replaceFirst("$1");
                return Optional.of(new Dateline(Optional.of(place(matcher.group(1))), Optional.empty(), rest));
            }
        }
        Matcher agency = AGENCY_ONLY.matcher(paragraph);
        return agency.matches()
                ? of(agency.group(1).strip())
                        .or(() -> Optional.of(new Dateline(
                                Optional.empty(),
                                Optional.empty(),
                                agency.group(1).strip())))
                : Optional.empty();
    }

    /** Whether a line is a dateline and nothing else. */
    static boolean isAlone(String line) {
        if (PLACE_AND_AGENCY.matcher(line).matches()) {
            return true;
        }
        return ALONE.matcher(line).find()
                && of(line + " " + PLACEHOLDER)
                        .filter(found -> found.rest().equals(PLACEHOLDER))
                        .isPresent();
    }

    private static String place(String printed) {
        return printed.replaceFirst(",?\\s\\p{L}{3,9}\\.?\\s\\d{1,2}(?:,\\s\\d{4})?$", "")
                .replaceFirst(",$", "")
                .strip();
    }
}
