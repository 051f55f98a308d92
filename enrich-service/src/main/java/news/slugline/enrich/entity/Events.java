package news.slugline.enrich.entity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import news.slugline.event.EntityType;

/**
 * Reads stretches of English as events by the word that ends or begins them: the Pan American Games, the Battle of Arnhem,
 * Hurricane Katrina.
 */
final class Events {

    private static final double WORDED = 0.9;
    private static final int LONGEST = 6;
    private static final int LONGEST_ON_ITS_OWN = 3;

    /** End a name, with something in capitals before them. */
    private static final Set<String> TAILS = Set.of(
            "games",
            "cup",
            "championship",
            "championships",
            "marathon",
            "festival",
            "olympics",
            "paralympics",
            "biennale",
            "triennale",
            "carnival",
            "regatta",
            "expo",
            "prix",
            "war",
            "uprising",
            "rebellion",
            "massacre",
            "tsunami",
            "summit",
            "open",
            "masters",
            "awards",
            "bowl");

    /** Of these only with words of their own before them: a Super Bowl, but no Rose Bowl. */
    private static final Set<String> OPENS = Set.of(
            "australian",
            "french",
            "us",
            "u.s.",
            "british",
            "italian",
            "canadian",
            "japan",
            "china",
            "madrid",
            "qatar",
            "indian",
            "swiss",
            "dubai");

    private static final Set<String> BOWLS = Set.of("super");

    /** Begin a name, with something in capitals behind them. */
    private static final Set<String> HEADS = Set.of("hurricane", "typhoon", "cyclone");

    /** Begin a name, with of and something in capitals behind them. */
    private static final Set<String> OF_HEADS = Set.of("battle", "siege", "massacre");

    /** Behind World War. */
    private static final Set<String> NUMBERS = Set.of("i", "ii", "one", "two");

    private static final Set<String> ON_THEIR_OWN = Set.of(
            "olympics",
            "paralympics",
            "hajj",
            "oktoberfest",
            "eurovision",
            "tour de france",
            "giro d'italia",
            "eid al-fitr",
            "eid al-adha",
            "cold war");

    private final Cues cues;

    Events(Cues cues) {
        this.cues = cues;
    }

    List<Named> in(Passage passage) {
        return passage.capitalsTell()
                ? IntStream.range(0, passage.size())
                        .boxed()
                        .flatMap(at ->
                                tailed(passage, at).or(() -> headed(passage, at)).or(() -> alone(passage, at)).stream())
                        .toList()
                : List.of();
    }

    private Optional<Named> tailed(Passage passage, int at) {
        boolean isNumbered = isCapital(passage, at + 1)
                && NUMBERS.contains(passage.token(at + 1).key());
        if (!passage.token(at).capitalised()
                || !TAILS.contains(passage.token(at).key())
                || (isCapital(passage, at + 1) && !isNumbered)) {
            return Optional.empty();
        }
        int from = at;
        while (from > 0
                && at - from < LONGEST
                && passage.token(from).follows()
                && passage.token(from - 1).capitalised()
                && !passage.token(from - 1).possessive()
                && !cues.is(Cue.NOT_NAME, passage.token(from - 1))) {
            from--;
        }
        String before = from < at ? passage.token(at - 1).key() : "";
        boolean isNamed = switch (passage.token(at).key()) {
            case "open", "masters" -> OPENS.contains(before);
            case "bowl" -> BOWLS.contains(before);
            default -> from < at;
        };
        int to = isNumbered ? at + 2 : withNations(passage, at + 1);
        return isNamed ? Optional.of(named(passage, from, to)) : Optional.empty();
    }

    /** Such as the Africa Cup of Nations. */
    private static int withNations(Passage passage, int to) {
        return to + 1 < passage.size()
                        && passage.token(to).key().equals("of")
                        && Set.of("nations", "champions")
                                .contains(passage.token(to + 1).key())
                ? to + 2
                : to;
    }

    private Optional<Named> headed(Passage passage, int at) {
        if (!passage.token(at).capitalised()) {
            return Optional.empty();
        }
        boolean isOf = OF_HEADS.contains(passage.token(at).key())
                && at + 2 < passage.size()
                && passage.token(at + 1).key().equals("of");
        if (!isOf && !HEADS.contains(passage.token(at).key())) {
            return Optional.empty();
        }
        int from = isOf ? at + 2 : at + 1;
        int to = from;
        while (isCapital(passage, to) && to - from < 2) {
            to++;
        }
        return to > from ? Optional.of(named(passage, at, to)) : Optional.empty();
    }

    private static Optional<Named> alone(Passage passage, int at) {
        return IntStream.iterate(Math.min(passage.size(), at + LONGEST_ON_ITS_OWN), to -> to > at, to -> to - 1)
                .filter(to -> passage.token(at).capitalised() && ON_THEIR_OWN.contains(passage.key(at, to)))
                .mapToObj(to -> named(passage, at, to))
                .findFirst();
    }

    private static boolean isCapital(Passage passage, int at) {
        return at < passage.size()
                && passage.token(at).follows()
                && passage.token(at).capitalised();
    }

    private static Named named(Passage passage, int from, int to) {
        return passage.named(
                from, to, EntityType.event, passage.text(from, to), WORDED, "a word such as Cup or Battle in it");
    }
}
