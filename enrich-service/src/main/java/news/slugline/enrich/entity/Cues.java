package news.slugline.enrich.entity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.slugline.enrich.text.Folding;
import news.slugline.enrich.text.ResourceLines;
import news.slugline.enrich.text.Token;

/** The words that tell what a name is. */
final class Cues {

    private static final Pattern COMPOUND_TITLE =
            Pattern.compile("\\p{L}{3,}(?:minister|prasident|meister|sprecher|direktor|trainer|chef|sekretar)(?:in)?");

    private final Map<Cue, Map<String, String>> words = new EnumMap<>(Cue.class);

    Cues() {
        var sections = Arrays.stream(Cue.values()).collect(Collectors.toMap(Cue::section, cue -> cue));
        Cue cue = Cue.TITLE;
        for (String line : ResourceLines.of("entities/cues.txt")) {
            if (sections.containsKey(line)) {
                cue = sections.getOrDefault(line, cue);
            } else {
                add(cue, line);
            }
        }
    }

    private void add(Cue cue, String line) {
        for (String entry : line.strip().split("\\s+", -1)) {
            var pair = entry.replace('_', ' ').split("=", 2);
            String word = cue.exact() ? pair[0] : Folding.fold(pair[0]);
            words.computeIfAbsent(cue, _ -> new HashMap<>()).put(word, pair[pair.length - 1]);
        }
    }

    /** True for a word in this section. */
    boolean is(Cue cue, Token token) {
        return has(cue, cue.exact() ? token.text() : token.key());
    }

    /** True for a word, folded unless the section is exact, in this section. */
    boolean has(Cue cue, String word) {
        return words.getOrDefault(cue, Map.of()).containsKey(word);
    }

    /** True for a word that stands before a person's name: German makes one word of office and title. */
    boolean isTitle(Token token) {
        return is(Cue.TITLE, token) || COMPOUND_TITLE.matcher(token.key()).matches();
    }

    /** What is left of a title: Secretary of State Ada Obi. */
    boolean isOffice(Passage passage, int at) {
        return at > 1
                && is(Cue.TITLE_PREFIX, passage.token(at))
                && passage.token(at - 1).key().matches("of|for|de")
                && is(Cue.TITLE, passage.token(at - 2));
    }

    /** All names and short forms of organisations that are listed. */
    Set<String> organisations() {
        return words.getOrDefault(Cue.ORG_KNOWN, Map.of()).keySet();
    }

    /** The full name of an organisation that is known by name or by short form. */
    Optional<String> organisation(String text) {
        return Optional.ofNullable(words.getOrDefault(Cue.ORG_KNOWN, Map.of()).get(text));
    }
}
