package news.slugline.enrich.entity;

import java.util.Optional;
import news.slugline.event.EntityType;

/** Reads runs as places: by the gazetteer, by words such as Lake and River, and by what stands around them. */
final class Places {

    /** From here on, what stands around the name says that it is a place. */
    static final double CUED = 0.93;

    private static final double COUNTRY = 0.92;
    private static final double CITY = 0.88;
    private static final double AMBIGUOUS = 0.7;
    private static final double WORDED = 0.85;
    private static final double BESIDE_COUNTRY = 0.8;
    private static final int LONGEST_UNKNOWN = 3;
    private static final int LONGEST_SHORT_FORM = 3;

    private final Cues cues;
    private final Gazetteer gazetteer;

    Places(Cues cues, Gazetteer gazetteer) {
        this.cues = cues;
        this.gazetteer = gazetteer;
    }

    /** A name of the gazetteer, unless it is as often something else and nothing around it says place. */
    Optional<Named> known(Passage passage, int from, int to) {
        String key = passage.key(from, to);
        return gazetteer
                .find(key, passage.language())
                .filter(_ ->
                        key.length() > LONGEST_SHORT_FORM || passage.token(from).allCapitals())
                .flatMap(place -> {
                    double confidence = confidence(passage, from, to, key, place);
                    return confidence > 0
                            ? Optional.of(passage.named(
                                    from, to, EntityType.place, place.name(), confidence, "a listed place"))
                            : Optional.empty();
                });
    }

    private double confidence(Passage passage, int from, int to, String key, Gazetteer.Place place) {
        if (cued(passage, from) || besideCountry(passage, to)) {
            return CUED;
        }
        if (!cues.has(Cue.AMBIGUOUS_PLACE, key)) {
            return place.isCity() ? CITY : COUNTRY;
        }
        return cues.has(Cue.ALWAYS_PLACE, key) ? AMBIGUOUS : 0;
    }

    /** A name with a word such as Lake or River in it. */
    Optional<Named> worded(Passage passage, int from, int to) {
        return to - from > 1
                        && (cues.is(Cue.PLACE_TAIL, passage.token(to - 1))
                                || cues.is(Cue.PLACE_HEAD, passage.token(from)))
                ? Optional.of(passage.named(
                        from,
                        to,
                        EntityType.place,
                        passage.text(from, to),
                        WORDED,
                        "a word such as Lake or River in it"))
                : Optional.empty();
    }

    /** An unknown name: in the village of Mbeya; in Kisumbu, Kenya. */
    Optional<Named> byContext(Passage passage, int from, int to) {
        boolean place = to - from <= LONGEST_UNKNOWN
                && (ofCue(passage, from) || (cued(passage, from) && besideCountry(passage, to)));
        return place
                ? Optional.of(passage.named(
                        from,
                        to,
                        EntityType.place,
                        passage.text(from, to),
                        BESIDE_COUNTRY,
                        "stands where a place stands"))
                : Optional.empty();
    }

    private boolean cued(Passage passage, int from) {
        return from > 0 && passage.token(from).follows() && cues.is(Cue.PLACE_PREPOSITION, passage.token(from - 1));
    }

    private boolean ofCue(Passage passage, int from) {
        return from > 1
                && passage.token(from).follows()
                && passage.token(from - 1).key().matches("of|de|von")
                && cues.is(Cue.PLACE_CUE, passage.token(from - 2));
    }

    private boolean besideCountry(Passage passage, int to) {
        if (to >= passage.size() || !passage.token(to).gap().equals(", ")) {
            return false;
        }
        int most = Math.min(passage.size(), to + Gazetteer.LONGEST);
        for (int end = to + 1; end <= most; end++) {
            if (passage.token(end - 1).capitalised()
                    && gazetteer
                            .find(passage.key(to, end), passage.language())
                            .filter(place -> !place.isCity())
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
