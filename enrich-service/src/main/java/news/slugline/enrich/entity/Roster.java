package news.slugline.enrich.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.enrich.text.Folding;
import news.slugline.event.EntityType;

/** Gathers the names of a story: short forms under the full name, and names that come again without a cue. */
final class Roster {

    private static final int LONGEST = 7;
    private static final double ECHO = 0.8;
    private static final String AGAIN = "named more fully elsewhere in the story";

    private final List<Named> names = new ArrayList<>();
    private final Surnames surnames;
    private final Map<String, Named> shortForms = new HashMap<>();

    Roster(Cues cues, List<Passage> passages, List<Named> read) {
        this.surnames = new Surnames(cues, fullNames(read));
        read.stream()
                .filter(name -> name.type() == EntityType.organisation
                        && !Folding.fold(name.text()).equals(Folding.fold(name.canonical())))
                .forEach(name -> shortForms.putIfAbsent(name.text(), name));
        read.stream().flatMap(this::resolved).forEach(this::add);
        passages.forEach(this::echoes);
    }

    /** Every mention in the order of the text; none overlaps another. */
    List<Named> names() {
        return names.stream()
                .sorted(Comparator.comparing(Named::field)
                        .thenComparingInt(Named::picture)
                        .thenComparingInt(Named::start))
                .toList();
    }

    /** People's names that are not themselves the end of a fuller one. */
    private static List<String> fullNames(List<Named> read) {
        var people = read.stream()
                .filter(name -> name.type() == EntityType.person)
                .map(Named::canonical)
                .distinct()
                .toList();
        return people.stream()
                .filter(name -> people.stream().noneMatch(other -> !other.equals(name) && endsWith(other, name)))
                .toList();
    }

    private static boolean endsWith(String name, String end) {
        return Folding.fold(name).endsWith(" " + Folding.fold(end));
    }

    private Stream<Named> resolved(Named name) {
        Named whole = shortForms.get(name.text());
        if (whole != null) {
            return Stream.of(named(name, EntityType.organisation, whole.canonical()));
        }
        String key = Folding.fold(name.text());
        boolean perhapsPerson = name.type() == EntityType.person
                || (name.type() == EntityType.place && name.confidence() < Places.CUED);
        if (!perhapsPerson || !surnames.has(key)) {
            return Stream.of(name);
        }
        return surnames.fullName(key).map(full -> named(name, EntityType.person, full)).stream();
    }

    private static Named named(Named name, EntityType type, String fullName) {
        return new Named(
                name.field(), name.picture(), name.start(), name.end(), name.text(), type, fullName, ECHO, AGAIN);
    }

    private void add(Named name) {
        if (names.stream().noneMatch(name::overlaps)) {
            names.add(name);
        }
    }

    private void echoes(Passage passage) {
        var known = knownForms();
        for (int from = 0; from < passage.size(); from++) {
            for (int to = Math.min(passage.size(), from + LONGEST); to > from; to--) {
                var echo = echo(passage, from, to, known);
                if (echo.isPresent()) {
                    add(echo.get());
                    from = to - 1;
                    break;
                }
            }
        }
    }

    /** People and organisations by each form that was read with certainty. Places need none: the gazetteer found them. */
    private Map<String, Named> knownForms() {
        var forms = new HashMap<String, Named>();
        names.stream()
                .filter(name -> name.type() != EntityType.place)
                .forEach(name -> forms.putIfAbsent(Folding.fold(name.text()), name));
        return forms;
    }

    private Optional<Named> echo(Passage passage, int from, int to, Map<String, Named> known) {
        if (!passage.token(from).capitalised() || !passage.token(to - 1).capitalised()) {
            return Optional.empty();
        }
        String key = passage.key(from, to);
        return Optional.ofNullable(known.get(key))
                .map(name -> passage.named(from, to, name.type(), name.canonical(), ECHO, AGAIN))
                .or(() -> surnames.fullName(key)
                        .map(name -> passage.named(from, to, EntityType.person, name, ECHO, AGAIN)));
    }
}
