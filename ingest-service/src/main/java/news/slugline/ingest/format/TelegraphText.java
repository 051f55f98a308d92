package news.slugline.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a telegraph message with its marked lines taken out: ANPA's {@code ^Headline<}, {@code ^By JANE ROE=} and
 * {@code ^Eds: …<}, German wires' {@code Keyword/Keyword/} and the notes in brackets over the headline.
 *
 * @param rest what is left, for reading as a page of text
 */
record TelegraphText(
        Optional<String> slugline,
        Optional<String> headline,
        Optional<String> byline,
        Optional<String> edNote,
        List<String> keywords,
        String rest) {

    private static final Pattern NOTE = Pattern.compile(
            "(?iu)^(?:eds?|editors?|note|attention|moving|for use|hfr|with|(?:ap|afp|reuters|pa)? ?(?:photos?|video|graphics?|audio))\\b\\s?[:.,].*");
    private static final Pattern SLUG =
            Pattern.compile("^(?:[A-Z]{2}--?)?\\S[^.!?]{1,80},\\s?\\d{2,5}$|^[A-Z]{2}--?\\S{2,80}.*");
    private static final Pattern KEYWORDS = Pattern.compile("^\\p{Lu}[^/\\n]{1,40}(?:/[^/\\n]{1,40}){0,6}/$");
    private static final Pattern BRACKETED = Pattern.compile("^\\(.{3,200}\\)$");
    private static final Pattern INDENTED = Pattern.compile("^(?: {2,}|\\t)\\S.*");
    /** When and in which service it was sent: {@code AP-WF-01-15-10 2345GMT}. */
    private static final Pattern SIGN_OFF =
            Pattern.compile("(?m)^\\W*\\p{Lu}{2,4}-\\p{Lu}{2}-\\d{2}-\\d{2}-\\d{2,4}\\s+\\d{4}\\s?\\p{Lu}{3}\\W*$");

    static TelegraphText of(String body) {
        var top = new Top();
        var rest = new ArrayList<String>();
        for (String line : quoted(SIGN_OFF.matcher(body).replaceAll("")).split("\\n", -1)) {
            boolean isTop = rest.stream().allMatch(String::isBlank);
            if (line.strip().startsWith("^")) {
                String marked = line.strip().substring(1);
                if (!top.takeMarked(marked)) {
                    rest.addAll(List.of("", withoutEnd(marked), ""));
                }
            } else if (!isTop || !top.takeUnmarked(line.strip())) {
                rest.add(line);
            }
        }
        return new TelegraphText(
                Optional.ofNullable(top.slugline),
                Optional.ofNullable(top.headline),
                top.bylines.isEmpty() ? Optional.empty() : Optional.of(top.bylines.getFirst()),
                top.notes.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", top.notes)),
                List.copyOf(top.keywords),
                joinedAtIndents(rest));
    }

    /** Where paragraphs begin with an indent, the lines that follow without one go on with them. */
    private static String joinedAtIndents(List<String> lines) {
        if (lines.stream().filter(line -> INDENTED.matcher(line).matches()).count() < 2) {
            return String.join("\n", lines);
        }
        var text = new StringBuilder();
        boolean isInParagraph = false;
        for (String line : lines) {
            boolean begins = INDENTED.matcher(line).matches();
            boolean goesOn = isInParagraph && !begins && !line.isBlank();
            text.append(goesOn ? " " : begins ? "\n\n" : "\n").append(line.strip());
            isInParagraph = begins || goesOn;
        }
        return text.toString();
    }

    private static String withoutEnd(String marked) {
        return marked.replaceFirst("[<=^>\\s]+$", "").strip();
    }

    /** The line has neither dashes nor curled quotes, so wires wrote them otherwise. */
    private static String quoted(String text) {
        return text.replace("``", "“").replace("''", "”").replaceAll("(?<=[\\s)])_(?=\\s)", "—");
    }

    private static final class Top {

        private @Nullable String slugline;
        private @Nullable String headline;
        private final List<String> bylines = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<String> keywords = new ArrayList<>();

        /** False where the line is text after all: a subhead further down. */
        private boolean takeMarked(String marked) {
            String text = withoutEnd(marked);
            if (text.isEmpty()) {
                return true;
            }
            if (marked.strip().endsWith("=") || text.matches("(?i)by\\s.+")) {
                bylines.add(text);
            } else if (NOTE.matcher(text).matches()) {
                notes.add(text);
            } else if (slugline == null
                    && headline == null
                    && SLUG.matcher(text).matches()) {
                slugline = text.replaceFirst(",\\s?\\d{2,5}$", "");
            } else if (headline == null) {
                headline = text;
            } else if (bylines.isEmpty()) {
                notes.add(text);
            } else {
                return false;
            }
            return true;
        }

        private boolean takeUnmarked(String line) {
            if (headline == null && KEYWORDS.matcher(line).matches()) {
                String slug = line.replaceFirst("/$", "");
                slugline = slug;
                keywords.addAll(List.of(slug.split("/", -1)));
                return true;
            }
            return headline == null
                    && !keywords.isEmpty()
                    && BRACKETED.matcher(line).matches()
                    && notes.add(line);
        }
    }
}
