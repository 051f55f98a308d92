package news.slugline.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds runs of capitalised words, with the particles within names: Maria de la Cruz, Bank of Ghana. */
final class Runs {

    /** Token indices, exclusive of to. */
    record Run(int from, int to) {}

    private static final int MOST_CONNECTORS = 2;

    /** Only these are followed by a list: Ministry of Water and Sanitation. */
    private static final Set<String> TAKE_AND = Set.of("ministry", "department", "ministerio", "ministere");

    private static final Set<String> PARTICLES_ARE_WORDS = Set.of("de", "es", "fr", "it", "nl", "pt");

    private final Cues cues;

    Runs(Cues cues) {
        this.cues = cues;
    }

    List<Run> in(Passage passage) {
        var runs = new ArrayList<Run>();
        for (int from = 0; from < passage.size(); ) {
            if (begins(passage, from)) {
                int to = end(passage, from);
                runs.add(new Run(from, to));
                from = to;
            } else {
                from++;
            }
        }
        return runs;
    }

    private boolean begins(Passage passage, int at) {
        return passage.token(at).capitalised() && !cues.is(Cue.CALENDAR, passage.token(at));
    }

    private int end(Passage passage, int from) {
        int to = from + 1;
        while (to < passage.size() && !passage.token(to - 1).possessive()) {
            int next = afterConnectors(passage, from, to);
            if (next >= passage.size() || !passage.token(next).follows() || !begins(passage, next)) {
                break;
            }
            to = next + 1;
        }
        return to;
    }

    private int afterConnectors(Passage passage, int from, int to) {
        int next = to;
        while (next < passage.size()
                && next < to + MOST_CONNECTORS
                && passage.token(next).follows()
                && connects(passage, from, to, next)) {
            next++;
        }
        return next;
    }

    /** Tells the particle of a name from the article or preposition that it is in the text's own language. */
    private boolean isParticle(Passage passage, int from, int at) {
        return switch (passage.token(at).key()) {
            case "der", "den", "la", "le" -> cues.is(Cue.CONNECTOR, passage.token(at - 1));
            default -> !PARTICLES_ARE_WORDS.contains(passage.language()) || cues.is(Cue.GIVEN, passage.token(from));
        };
    }

    private boolean connects(Passage passage, int from, int to, int at) {
        var token = passage.token(at);
        if (token.capitalised()) {
            return false;
        }
        if (cues.is(Cue.CONNECTOR, token) && isParticle(passage, from, at)) {
            return true;
        }
        var heads = IntStream.range(from, to).mapToObj(passage::token).toList();
        if (token.key().equals("and")) {
            return heads.stream().anyMatch(head -> TAKE_AND.contains(head.key()));
        }
        return cues.is(Cue.ORG_CONNECTOR, token)
                && heads.stream()
                        .anyMatch(head -> cues.is(Cue.ORG_HEAD, head)
                                || cues.is(Cue.ORG_TAIL, head)
                                || cues.is(Cue.PLACE_HEAD, head));
    }
}
