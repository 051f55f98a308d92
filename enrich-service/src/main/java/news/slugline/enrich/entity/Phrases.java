package news.slugline.enrich.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import news.slugline.enrich.text.Folding;

/** Names that are listed, of one word or several, each with a letter for what it is listed as. */
final class Phrases {

    /** Tokens in the longest name. */
    static final int LONGEST = 6;

    private final Map<String, Character> kinds = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();

    /** The first kind that a name is given stays. */
    void add(String name, char kind) {
        String key = Folding.fold(name);
        kinds.putIfAbsent(key, kind);
        int space = key.indexOf(' ');
        beginnings.add(space < 0 ? key : key.substring(0, space));
    }

    /** For each word of a sentence the kind of the longest name that it is part of, zero where it is of none. */
    char[] kinds(Passage passage, int from, int to) {
        var found = new char[to - from];
        for (int start = from; start < to; ) {
            int end = longest(passage, start, to, found, from);
            start = Math.max(end, start + 1);
        }
        return found;
    }

    private int longest(Passage passage, int start, int to, char[] found, int from) {
        if (!beginnings.contains(passage.token(start).key())) {
            return start;
        }
        for (int end = Math.min(to, start + LONGEST); end > start; end--) {
            Character kind = kinds.get(passage.key(start, end));
            if (kind != null) {
                for (int at = start; at < end; at++) {
                    found[at - from] = at == start ? kind : Character.toLowerCase(kind);
                }
                return end;
            }
        }
        return start;
    }
}
