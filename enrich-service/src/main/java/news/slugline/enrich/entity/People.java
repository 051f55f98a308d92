package news.slugline.enrich.entity;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.slugline.enrich.text.Token;
import news.slugline.event.EntityType;

/** Reads runs as people: by a title before them, by a given name, by what they are said to do. */
final class People {

    private static final double TITLED = 0.9;
    private static final double GIVEN = 0.85;
    private static final double SPEAKING = 0.65;
    private static final double SURNAME = 0.65;
    private static final int MOST_TOKENS = 5;
    private static final int LONGEST_SPEAKING = 3;
    private static final int APPOSITION = 4;

    private final Cues cues;

    People(Cues cues) {
        this.cues = cues;
    }

    /** After a title. A single name is taken after an honorific only. */
    Optional<Named> titled(Passage passage, int from, int to, Token title) {
        if (!couldBeName(passage, from, to)) {
            return Optional.empty();
        }
        if (to - from == 1) {
            return cues.is(Cue.HONORIFIC, title)
                    ? person(passage, from, to, SURNAME, "behind an honorific")
                    : Optional.empty();
        }
        return person(passage, from, to, TITLED, "behind a title");
    }

    /** By a given name, an initial or a family name at the start. */
    Optional<Named> given(Passage passage, int from, int to) {
        var first = passage.token(from);
        return to - from > 1
                        && couldBeName(passage, from, to)
                        && (isGiven(first) || isInitial(first) || isFamilyFirst(passage, from, to))
                ? person(passage, from, to, GIVEN, "begins as names of people do")
                : Optional.empty();
    }

    /** By what stands before or after: two or three names that speak, or that have an age or an office. */
    Optional<Named> speaking(Passage passage, int from, int to) {
        return to - from > 1
                        && to - from <= LONGEST_SPEAKING
                        && couldBeName(passage, from, to)
                        && (saidBefore(passage, from) || actsAfter(passage, to))
                ? person(passage, from, to, SPEAKING, "speaks, or has an age or an office")
                : Optional.empty();
    }

    private Optional<Named> person(Passage passage, int from, int to, double confidence, String reason) {
        return Optional.of(passage.named(from, to, EntityType.person, passage.text(from, to), confidence, reason));
    }

    boolean isGiven(Token token) {
        return cues.is(Cue.GIVEN, token)
                || (token.key().contains("-")
                        && cues.has(
                                Cue.GIVEN, token.key().substring(0, token.key().indexOf('-'))));
    }

    private static boolean isInitial(Token token) {
        return token.text().matches("\\p{Lu}\\.");
    }

    /** Kim Min-jun, Chen Wei, Nguyen Van Minh. */
    private boolean isFamilyFirst(Passage passage, int from, int to) {
        return to - from <= 3 && cues.is(Cue.FAMILY_FIRST, passage.token(from));
    }

    private boolean couldBeName(Passage passage, int from, int to) {
        return to - from <= MOST_TOKENS
                && !cues.has(Cue.ORG_TAIL, passage.token(to - 1).key())
                && IntStream.range(from, to).mapToObj(passage::token).allMatch(this::couldBePart);
    }

    private boolean couldBePart(Token token) {
        return token.text().codePoints().noneMatch(Character::isDigit)
                && (!token.allCapitals() || isInitials(token))
                && Stream.of(Cue.NOT_NAME, Cue.DEMONYM, Cue.PLACE_TAIL)
                        .noneMatch(cue -> token.capitalised() && cues.is(cue, token));
    }

    private static boolean isInitials(Token token) {
        return token.text().matches("(?:\\p{Lu}\\.)+");
    }

    private boolean saidBefore(Passage passage, int from) {
        return from > 0
                && passage.token(from).follows()
                && (cues.is(Cue.SPEECH, passage.token(from - 1)) || cues.is(Cue.KIN, passage.token(from - 1)));
    }

    private boolean actsAfter(Passage passage, int to) {
        if (to >= passage.size()) {
            return false;
        }
        var next = passage.token(to);
        boolean comma = next.gap().equals(", ");
        boolean speaks = (next.follows() || comma) && cues.is(Cue.SPEECH, next);
        boolean age = comma && next.text().matches("\\d{1,3}");
        return speaks || age || (comma && titleWithin(passage, to));
    }

    /** Such as: , the new mayor. */
    private boolean titleWithin(Passage passage, int from) {
        return IntStream.range(from, Math.min(passage.size(), from + APPOSITION))
                .takeWhile(i -> i == from || passage.token(i).follows())
                .mapToObj(passage::token)
                .anyMatch(token -> !token.capitalised() && cues.is(Cue.TITLE, token));
    }
}
