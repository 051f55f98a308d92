package news.slugline.enrich.step;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names from all the world, each sentence on its own: exact stretch and type. None of these sentences was learned from. The
 * table is in MODELS.md.
 */
class WorldNamesTest {

    private static final double FLOOR = 0.8;
    private static final EntitiesStep STEP = new EntitiesStep();
    private static final Pattern MARK = Pattern.compile("\\[(PER|ORG|LOC|EVT) ([^\\]]+)]");
    private static final Map<String, EntityType> TYPES = Map.of(
            "PER", EntityType.person,
            "ORG", EntityType.organisation,
            "LOC", EntityType.place,
            "EVT", EntityType.event);

    private record Span(int start, int end, EntityType type) {}

    /** Right, found and expected. */
    private static final class Count {
        private int right;
        private int found;
        private int expected;

        private double f1() {
            return 2.0 * right / Math.max(1, found + expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"arab", "africa", "east-asia", "south-asia", "english"})
    void findsNamesOfEveryRegion(String region) {
        var counts = new EnumMap<EntityType, Count>(EntityType.class);
        List<String> sentences = ResourceLines.of("entities/world/" + region + ".txt");
        sentences.forEach(sentence -> count(sentence, counts));
        var all = new Count();
        counts.forEach((type, count) -> {
            all.right += count.right;
            all.found += count.found;
            all.expected += count.expected;
        });
        System.out.printf(
                "%-11s %3d sentences: person %.2f, organisation %.2f, place %.2f, event %.2f, all %.3f of %d%n",
                region,
                sentences.size(),
                counts.get(EntityType.person).f1(),
                counts.get(EntityType.organisation).f1(),
                counts.get(EntityType.place).f1(),
                counts.get(EntityType.event).f1(),
                all.f1(),
                all.expected);

        assertThat(all.f1()).isGreaterThan(FLOOR);
    }

    private static void count(String sentence, Map<EntityType, Count> counts) {
        var text = new StringBuilder();
        Set<Span> expected = new HashSet<>();
        var marks = MARK.matcher(sentence);
        while (marks.find()) {
            marks.appendReplacement(text, "");
            int start = text.length();
            text.append(marks.group(2));
            expected.add(new Span(start, text.length(), TYPES.get(marks.group(1))));
        }
        marks.appendTail(text);
        var piece = Articles.ingested(Articles.article("", text.toString()), Lane.routine);
        Set<Span> found = new HashSet<>();
        ((Contribution.EntitiesFound) STEP.enrich(piece, Findings.none(List.of())))
                .entities()
                .forEach(entity -> entity.getMentions()
                        .forEach(mention -> found.add(new Span(
                                mention.getOffset(), mention.getOffset() + mention.getLength(), entity.getType()))));
        for (EntityType type : EntityType.values()) {
            var count = counts.computeIfAbsent(type, _ -> new Count());
            count.expected +=
                    (int) expected.stream().filter(span -> span.type() == type).count();
            count.found +=
                    (int) found.stream().filter(span -> span.type() == type).count();
            count.right += (int) found.stream()
                    .filter(span -> span.type() == type && expected.contains(span))
                    .count();
        }
    }
}
