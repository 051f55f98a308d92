package news.slugline.enrich.entity;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.slugline.enrich.text.Folding;

/** The parts of full names by which a story goes on to call people, each with the one full name that it stands for. */
final class Surnames {

    private static final String SEVERAL = "";

    private final Cues cues;
    private final Map<String, String> fullNames = new HashMap<>();

    Surnames(Cues cues, Collection<String> names) {
        this.cues = cues;
        for (String name : names) {
            var parts = Folding.fold(name).split("\\s+", -1);
            for (int from = 1; from < parts.length; from++) {
                note(String.join(" ", Arrays.copyOfRange(parts, from, parts.length)), name);
            }
            if (parts.length > 2) {
                note(parts[1], name);
            }
            if (cues.has(Cue.FAMILY_FIRST, parts[0])) {
                note(parts[0], name);
            }
        }
    }

    private void note(String part, String name) {
        // May and April come again as months.
        if (!cues.has(Cue.CALENDAR, part)) {
            fullNames.merge(part, name, (one, other) -> one.equals(other) ? one : SEVERAL);
        }
    }

    /** The full name, where exactly one in the story has this part. */
    Optional<String> fullName(String key) {
        return Optional.ofNullable(fullNames.get(key)).filter(name -> !name.equals(SEVERAL));
    }

    /** True where anybody in the story has this part. */
    boolean has(String key) {
        return fullNames.containsKey(key);
    }
}
