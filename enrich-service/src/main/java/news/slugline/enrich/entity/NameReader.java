package news.slugline.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.slugline.event.EntityType;

/**
 * Reads the capitalised runs of a passage as names of people, organisations and places.
 *
 * <p>When not sure it says nothing: a missed name costs less than a wrong one.
 */
final class NameReader {

    private final Cues cues;
    private final Runs runs;
    private final Places places;
    private final Organisations organisations;
    private final People people;

    NameReader(Cues cues, Gazetteer gazetteer) {
        this.cues = cues;
        this.runs = new Runs(cues);
        this.places = new Places(cues, gazetteer);
        this.organisations = new Organisations(cues);
        this.people = new People(cues);
    }

    List<Named> names(Passage passage) {
        return passage.capitalsTell()
                ? runs.in(passage).stream()
                        .flatMap(run -> run(passage, run.from(), run.to()))
                        .toList()
                : listed(passage);
    }

    /** Where capitals don't tell: only names that are listed, the longest first. */
    private List<Named> listed(Passage passage) {
        var found = new ArrayList<Named>();
        for (int from = 0; from < passage.size(); ) {
            int start = from;
            int end = IntStream.iterate(
                            Math.min(passage.size(), from + Gazetteer.LONGEST), to -> to > start, to -> to - 1)
                    .filter(to -> known(passage, start, to).isPresent())
                    .findFirst()
                    .orElse(from);
            if (end > from && passage.token(from).capitalised()) {
                known(passage, from, end).ifPresent(found::add);
                from = end;
            } else {
                from++;
            }
        }
        return found;
    }

    private Optional<Named> known(Passage passage, int from, int to) {
        return organisations.known(passage, from, to).or(() -> places.known(passage, from, to));
    }

    private Stream<Named> run(Passage passage, int from, int to) {
        if (cues.has(Cue.AGENCY, passage.text(from, to))) {
            return Stream.empty();
        }
        for (int start = from; start < to; start++) {
            var whole = whole(passage, start, to);
            if (whole.isPresent()) {
                return withShortForm(passage, whole.get(), to);
            }
            if (!isNoPart(passage, start)) {
                return parts(passage, start, to);
            }
        }
        return Stream.empty();
    }

    private Stream<Named> withShortForm(Passage passage, Named name, int to) {
        return name.type() == EntityType.organisation
                ? Stream.concat(Stream.of(name), organisations.shortForm(passage, name, to).stream())
                : Stream.of(name);
    }

    /** The whole stretch as one known or worded name. */
    private Optional<Named> whole(Passage passage, int from, int to) {
        var known = known(passage, from, to);
        if (known.isPresent() || (cues.is(Cue.NOT_NAME, passage.token(from)) && !beginsWithPlace(passage, from, to))) {
            return known;
        }
        return organisations.worded(passage, from, to).or(() -> places.worded(passage, from, to));
    }

    /** Such as New York Times, where New is no mere adjective. */
    private boolean beginsWithPlace(Passage passage, int from, int to) {
        return to - from > 2 && places.known(passage, from, from + 2).isPresent();
    }

    private boolean isNoPart(Passage passage, int at) {
        return cues.is(Cue.NOT_NAME, passage.token(at))
                || cues.is(Cue.DEMONYM, passage.token(at))
                || cues.isOffice(passage, at);
    }

    /** A stretch that is no one name: what stands before a title, and who bears the title. */
    private Stream<Named> parts(Passage passage, int from, int to) {
        int title = IntStream.iterate(to - 1, i -> i >= from, i -> i - 1)
                .filter(i -> cues.isTitle(passage.token(i)))
                .findFirst()
                .orElse(-1);
        if (title < 0) {
            return untitled(passage, from, to);
        }
        int before = title;
        while (before > from && isTitle(passage, before - 1)) {
            before--;
        }
        return Stream.concat(
                before > from ? whole(passage, from, before).stream() : Stream.empty(),
                title + 1 < to ? people.titled(passage, title + 1, to, passage.token(title)).stream() : Stream.empty());
    }

    private boolean isTitle(Passage passage, int at) {
        return Stream.of(Cue.TITLE, Cue.TITLE_PREFIX, Cue.DEMONYM).anyMatch(cue -> cues.is(cue, passage.token(at)));
    }

    private Stream<Named> untitled(Passage passage, int from, int to) {
        if (from > 0 && passage.token(from).follows() && cues.isTitle(passage.token(from - 1))) {
            var titled = people.titled(passage, from, to, passage.token(from - 1));
            if (titled.isPresent()) {
                return titled.stream();
            }
        }
        Supplier<Optional<Named>> byContext = () -> places.byContext(passage, from, to);
        Supplier<Optional<Named>> bySpeech =
                () -> hasPlace(passage, from, to) ? Optional.empty() : people.speaking(passage, from, to);
        var whole = people.given(passage, from, to).or(bySpeech).or(byContext);
        return whole.isPresent() ? whole.stream() : afterPlace(passage, from, to);
    }

    /** Such as Growers Tasmania, who speak but are nobody. */
    private boolean hasPlace(Passage passage, int from, int to) {
        return IntStream.range(from, to)
                .anyMatch(i -> places.known(passage, i, i + 1).isPresent());
    }

    /** Such as Nairobi Grace Wanjiru, where a headline or a list drops what stood between. */
    private Stream<Named> afterPlace(Passage passage, int from, int to) {
        return IntStream.range(from + 1, to - 1)
                .filter(i -> people.isGiven(passage.token(i))
                        && known(passage, from, i).isPresent())
                .boxed()
                .findFirst()
                .map(i -> Stream.concat(known(passage, from, i).stream(), people.given(passage, i, to).stream()))
                .orElseGet(Stream::empty);
    }
}
