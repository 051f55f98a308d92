package news.slugline.ingest.format;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.text.EmbargoLine;

/**
 * Finds an embargo that a piece prints where its format has no field for one, or left it empty: over the headline, in the
 * notes to editors, at the head or the foot of its text.
 */
final class EmbargoWords {

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!;])\\s+|\\n");
    private static final Pattern HEADLINE_BEHIND =
            Pattern.compile("^(.{8,100}?(?:\\d|\\p{L}{3}))\\s?(?::|\\s[-–—])\\s+(\\S.{7,})$");
    private static final int HEAD = 4;
    private static final int FOOT = 2;

    private EmbargoWords() {}

    /** The copy held until then; a problem where the time cannot be told. */
    static Reading read(UnderstoodCopy copy, Arrival arrival) {
        Article article = copy.article();
        if (article.getEmbargoedUntil().isPresent() || article.getPubStatus() != PubStatus.usable) {
            return new Reading.Understood(copy);
        }
        Optional<Reading> ofHeadline = headline(copy, arrival);
        if (ofHeadline.isPresent()) {
            return ofHeadline.get();
        }
        List<String> paragraphs = List.of(article.getBody().split("\n\n", -1));
        Stream<String> said = Stream.concat(
                Stream.of(
                                article.getSlugline(),
                                article.getSubheadline().orElse(""),
                                article.getEdNote().orElse(""))
                        .flatMap(SENTENCE::splitAsStream),
                ends(paragraphs).stream());
        return said.map(String::strip)
                .filter(EmbargoLine::is)
                .findFirst()
                .map(line -> held(copy, Article.newBuilder(article).setBody(without(line, paragraphs)), line, arrival))
                .orElseGet(() -> new Reading.Understood(copy));
    }

    /** "EMBARGOED UNTIL 0600 MONDAY: Rail fares to rise" is an order and a headline. */
    private static Optional<Reading> headline(UnderstoodCopy copy, Arrival arrival) {
        String headline = copy.article().getHeadline();
        if (!EmbargoLine.is(headline)) {
            return Optional.empty();
        }
        var parts = HEADLINE_BEHIND.matcher(headline);
        boolean isBoth = parts.matches() && Embargo.read(parts.group(1), arrival) instanceof Embargo.Until;
        Article.Builder article = Article.newBuilder(copy.article());
        return Optional.of(
                isBoth
                        ? held(copy, article.setHeadline(parts.group(2)), parts.group(1), arrival)
                        : held(copy, article, headline, arrival));
    }

    private static Reading held(UnderstoodCopy copy, Article.Builder article, String line, Arrival arrival) {
        return switch (Embargo.read(line, arrival)) {
            case Embargo.NotUnderstood(var problem) -> problem;
            case Embargo.Until(var instant) ->
                new Reading.Understood(new UnderstoodCopy(
                        article.setEmbargoedUntil(instant).build(),
                        copy.version(),
                        copy.versionCreated(),
                        copy.notice(),
                        copy.lines()));
        };
    }

    private static List<String> ends(List<String> paragraphs) {
        var ends = new ArrayList<>(paragraphs.subList(0, Math.min(HEAD, paragraphs.size())));
        ends.addAll(paragraphs.subList(Math.max(ends.size(), paragraphs.size() - FOOT), paragraphs.size()));
        return ends;
    }

    private static String without(String line, List<String> paragraphs) {
        return paragraphs.stream()
                .filter(paragraph -> !paragraph.strip().equals(line))
                .collect(joining("\n\n"));
    }
}
