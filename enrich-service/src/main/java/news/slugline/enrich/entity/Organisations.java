package news.slugline.enrich.entity;

import java.util.Optional;
import java.util.stream.IntStream;
import news.slugline.event.EntityType;

/** Reads runs as organisations: by name, and by words such as Ministry, University and Inc. */
final class Organisations {

    private static final double KNOWN = 0.95;
    private static final double WORDED = 0.85;

    private final Cues cues;

    Organisations(Cues cues) {
        this.cues = cues;
    }

    /** One that news names so often that it is listed. */
    Optional<Named> known(Passage passage, int from, int to) {
        return cues.organisation(passage.text(from, to))
                .map(name -> passage.named(from, to, EntityType.organisation, name, KNOWN, "a listed organisation"));
    }

    /** A name with a word such as Ministry in it, and something more than such words. */
    Optional<Named> worded(Passage passage, int from, int to) {
        return to - from > 1 && (hasTail(passage, from, to) || hasHead(passage, from, to))
                ? Optional.of(passage.named(
                        from,
                        to,
                        EntityType.organisation,
                        passage.text(from, to),
                        WORDED,
                        "a word such as Ministry or University in it"))
                : Optional.empty();
    }

    private boolean hasTail(Passage passage, int from, int to) {
        return cues.is(Cue.ORG_TAIL, passage.token(to - 1))
                && IntStream.range(from, to).anyMatch(i -> !cues.is(Cue.ORG_TAIL, passage.token(i)));
    }

    /** Such as Bank of Ghana, where a head is followed by a connector. */
    private boolean hasHead(Passage passage, int from, int to) {
        return IntStream.range(from + 1, to - 1)
                .filter(i -> !passage.token(i).capitalised() && cues.is(Cue.ORG_CONNECTOR, passage.token(i)))
                .anyMatch(i -> IntStream.range(from, i)
                        .anyMatch(j ->
                                cues.is(Cue.ORG_HEAD, passage.token(j)) || cues.is(Cue.ORG_TAIL, passage.token(j))));
    }

    /** The short form in brackets right after a name: the Farmers Union (FUK). */
    Optional<Named> shortForm(Passage passage, Named organisation, int at) {
        if (at >= passage.size()) {
            return Optional.empty();
        }
        var token = passage.token(at);
        boolean bracketed = token.gap().equals(" (") && passage.text().startsWith(")", token.end());
        return bracketed && token.allCapitals()
                ? Optional.of(passage.named(
                        at,
                        at + 1,
                        EntityType.organisation,
                        organisation.canonical(),
                        organisation.confidence(),
                        "the short form behind the name"))
                : Optional.empty();
    }
}
