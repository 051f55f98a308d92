package news.slugline.enrich.entity;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import news.slugline.enrich.text.Folding;
import news.slugline.enrich.text.Token;
import news.slugline.event.EntityType;

/**
 * Finds places of the gazetteer in scripts without capitals: Arabic, Hebrew, Devanagari, Han, Kana, Hangul, Thai.
 *
 * <p>People and organisations are not tried there.
 */
final class UncasedPlaces {

    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI);

    /** One-letter words that Arabic and Hebrew write onto the next one: and, in, for, like, from, that. */
    private static final String PREFIXES = "وفبلكובלמשהכ";

    private static final double CONFIDENCE = 0.85;
    private static final int LONGEST_UNSPACED = 12;
    private static final int SHORTEST_UNSPACED = 2;
    private static final int SHORTEST_AFTER_PREFIX = 3;

    private final Gazetteer gazetteer;

    UncasedPlaces(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    List<Named> names(Passage passage) {
        var found = new ArrayList<Named>();
        for (int i = 0; i < passage.size(); i++) {
            var token = passage.token(i);
            if (UNSPACED.contains(script(token))) {
                within(passage, token, found);
            } else if (Character.getType(token.text().codePointAt(0)) == Character.OTHER_LETTER) {
                i += spaced(passage, i, found);
            }
        }
        return found;
    }

    /** In Korean a particle follows the name and nothing precedes it; the others don't part their words at all. */
    private void within(Passage passage, Token token, List<Named> found) {
        boolean startOnly = script(token) == UnicodeScript.HANGUL;
        String text = token.text();
        for (int from = 0; from < text.length() && (from == 0 || !startOnly); ) {
            int start = from;
            int end = IntStream.iterate(
                            Math.min(text.length(), from + LONGEST_UNSPACED),
                            to -> to >= start + SHORTEST_UNSPACED,
                            to -> to - 1)
                    .filter(to -> find(text.substring(start, to)).isPresent())
                    .findFirst()
                    .orElse(from);
            if (end > from) {
                add(passage, token.start() + from, token.start() + end, text.substring(from, end), found);
            }
            from = Math.max(end, from + 1);
        }
    }

    /** Returns how many further tokens the name took. */
    private int spaced(Passage passage, int at, List<Named> found) {
        for (int more = Math.min(Gazetteer.LONGEST, passage.size() - at) - 1; more >= 0; more--) {
            int start = passage.token(at).start();
            int end = passage.token(at + more).end();
            String text = passage.text().substring(start, end);
            if (find(text).isPresent()) {
                add(passage, start, end, text, found);
                return more;
            }
            if (PREFIXES.indexOf(text.charAt(0)) >= 0
                    && text.length() > SHORTEST_AFTER_PREFIX
                    && find(text.substring(1)).isPresent()) {
                add(passage, start + 1, end, text.substring(1), found);
                return more;
            }
        }
        return 0;
    }

    private Optional<Gazetteer.Place> find(String text) {
        return gazetteer.find(Folding.fold(text));
    }

    private void add(Passage passage, int start, int end, String text, List<Named> found) {
        find(text)
                .ifPresent(place -> found.add(new Named(
                        passage.field(),
                        passage.picture(),
                        start,
                        end,
                        text,
                        EntityType.place,
                        place.name(),
                        CONFIDENCE,
                        "a listed place")));
    }

    private static UnicodeScript script(Token token) {
        return UnicodeScript.of(token.text().codePointAt(0));
    }
}
