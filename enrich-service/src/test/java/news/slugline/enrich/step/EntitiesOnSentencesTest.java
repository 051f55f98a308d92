package news.slugline.enrich.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.slugline.enrich.Articles;
import news.slugline.enrich.text.ResourceLines;
import news.slugline.event.EntityType;
import news.slugline.event.Lane;
import org.junit.jupiter.api.Test;

/** Measures entities on annotated sentences of our own: a name counts only with its exact place and type. */
class EntitiesOnSentencesTest {

    private static final double FLOOR = 0.9;
    private static final Pattern NAME = Pattern.compile("\\[([pol]) ([^]]+)]");
    private static final Map<String, EntityType> TYPES =
            Map.of("p", EntityType.person, "o", EntityType.organisation, "l", EntityType.place);

    private record Span(int sentence, int start, int end, EntityType type) {}

    private record Score(String name, int right, int found, int expected) {

        double f1() {
            return 2.0 * right / Math.max(1, found + expected);
        }

        @Override
        public String toString() {
            return "%-14s precision %.3f  recall %.3f  F1 %.3f  of %d"
                    .formatted(name, 1.0 * right / found, 1.0 * right / expected, f1(), expected);
        }
    }

    private final EntitiesStep step = new EntitiesStep();
    private final Set<Span> expected = new HashSet<>();
    private final Set<Span> found = new HashSet<>();
    private final List<String> texts = new ArrayList<>();

    @Test
    void findsTheNamesInOurOwnSentences() {
        ResourceLines.of("entities/sentences.txt").forEach(this::read);
        var scores = new EnumMap<EntityType, Score>(EntityType.class);
        for (var type : EntityType.values()) {
            scores.put(type, score(type.name(), Set.of(type)));
            System.out.println(scores.get(type));
        }
        var all = score("all", Set.of(EntityType.values()));
        System.out.println(all);
        print("missed", expected, found);
        print("wrong", found, expected);
        assertThat(texts).hasSizeGreaterThanOrEqualTo(60);
        assertThat(all.f1()).isGreaterThan(FLOOR);
    }

    private void read(String line) {
        var text = new StringBuilder();
        var names = NAME.matcher(line);
        int sentence = texts.size();
        while (names.find()) {
            names.appendReplacement(text, "");
            int start = text.length();
            text.append(names.group(2));
            expected.add(new Span(sentence, start, text.length(), TYPES.get(names.group(1))));
        }
        names.appendTail(text);
        texts.add(text.toString());
        var contribution = (Contribution.EntitiesFound) step.enrich(
                Articles.ingested(Articles.article("", text.toString()), Lane.routine), Findings.none(List.of()));
        contribution
                .entities()
                .forEach(entity -> entity.getMentions()
                        .forEach(mention -> found.add(new Span(
                                sentence,
                                mention.getOffset(),
                                mention.getOffset() + mention.getLength(),
                                entity.getType()))));
    }

    private Score score(String name, Set<EntityType> types) {
        var right = new HashSet<>(found);
        right.retainAll(expected);
        return new Score(name, count(right, types), count(found, types), count(expected, types));
    }

    private static int count(Set<Span> spans, Set<EntityType> types) {
        return (int) spans.stream().filter(span -> types.contains(span.type())).count();
    }

    private void print(String what, Set<Span> these, Set<Span> butNot) {
        these.stream()
                .filter(span -> !butNot.contains(span))
                .forEach(span -> System.out.printf(
                        "%s %s: %s%n",
                        what, span.type(), texts.get(span.sentence()).substring(span.start(), span.end())));
    }
}
