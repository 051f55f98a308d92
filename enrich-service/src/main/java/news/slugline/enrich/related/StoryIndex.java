package news.slugline.enrich.related;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The newest stories, found by their wording and by what they are about.
 *
 * <p>A ring: each new story takes the place of the oldest. Stories that share a band of their fingerprint, or a term, are
 * chained from the newest to the oldest, as a compressor chains what it has seen; a link that leads out of the ring, or
 * forward, is the end of its chain. May be used by several threads.
 */
final class StoryIndex {

    private static final int BANDS = 32;
    private static final int ROWS = Fingerprint.HASHES / BANDS;
    private static final int MOST_IN_BAND = 60;
    private static final int MOST_OF_TERM = 300;
    private static final int HEADS = 1 << 17;
    private static final int NONE = -1;

    private final Seen[] ring;
    private final int[] bandHeads = filled(BANDS * HEADS);
    private final int[] bandLinks;
    private final int[] termHeads = filled(2 * HEADS);
    /** A link says which story and which of its terms: the number of the story, times the most terms, plus the term. */
    private final int[] termLinks;

    private final int[] termCounts = new int[2 * HEADS];
    private final Map<String, Integer> newest = new HashMap<>();
    /** The versions that withheld or killed a story: few, so that they are kept. */
    private final Map<String, Long> ended = new HashMap<>();

    private int next;

    StoryIndex(int capacity) {
        ring = new Seen[capacity];
        bandLinks = filled(capacity * BANDS);
        termLinks = filled(capacity * Seen.MOST_TERMS);
    }

    private static int[] filled(int size) {
        var links = new int[size];
        Arrays.fill(links, NONE);
        return links;
    }

    /** Remembers a story in place of what was known of it; an older version than that is not. */
    synchronized void add(Seen story) {
        boolean isStale = find(story.uri())
                .filter(known -> known.version() > story.version())
                .isPresent();
        if (isStale || ended.getOrDefault(story.uri(), Long.MIN_VALUE) >= story.version()) {
            return;
        }
        ended.remove(story.uri());
        int slot = next % ring.length;
        if (ring[slot] != null) {
            drop(ring[slot], next - ring.length);
        }
        ring[slot] = story;
        newest.put(story.uri(), next);
        for (int band = 0; band < BANDS; band++) {
            int head = head(story, band);
            bandLinks[slot * BANDS + band] = bandHeads[head];
            bandHeads[head] = next;
        }
        for (int at = 0; at < story.terms().length; at++) {
            int head = head(story.terms()[at]);
            termLinks[slot * Seen.MOST_TERMS + at] = termHeads[head];
            termHeads[head] = next * Seen.MOST_TERMS + at;
            termCounts[head]++;
        }
        next = next == Integer.MAX_VALUE / Seen.MOST_TERMS - 1 ? restarted() : next + 1;
    }

    /** Numbers have run out, after tens of millions of stories: what is remembered starts over. */
    private int restarted() {
        Arrays.fill(ring, null);
        Arrays.fill(bandHeads, NONE);
        Arrays.fill(termHeads, NONE);
        Arrays.fill(termCounts, 0);
        newest.clear();
        return 0;
    }

    private void drop(Seen story, int number) {
        newest.remove(story.uri(), number);
        for (int term : story.terms()) {
            termCounts[head(term)]--;
        }
    }

    /** A killed or withheld story belongs with none, nor does an earlier version that is read after its end. */
    synchronized void forget(String uri, long version) {
        newest.remove(uri);
        ended.merge(uri, version, Math::max);
    }

    synchronized Optional<Seen> find(String uri) {
        return Optional.ofNullable(newest.get(uri)).map(number -> ring[number % ring.length]);
    }

    synchronized int size() {
        return newest.size();
    }

    /** The stories that may share wording with the given one, the newest of each chain first. */
    synchronized Stream<Seen> alike(Seen story) {
        Set<Integer> found = new LinkedHashSet<>();
        for (int band = 0; band < BANDS; band++) {
            int number = bandHeads[head(story, band)];
            for (int visited = 0; isHeld(number) && visited < MOST_IN_BAND; visited++) {
                found.add(number);
                number = backwards(number, bandLinks[number % ring.length * BANDS + band]);
            }
        }
        return held(found);
    }

    /** The stories that share one of the rarer terms with the given one. */
    synchronized Stream<Seen> aboutTheSame(Seen story) {
        Set<Integer> found = new LinkedHashSet<>();
        for (int term : story.terms()) {
            int link = termHeads[head(term)];
            for (int visited = 0; isHeld(link / Seen.MOST_TERMS) && link >= 0 && visited < MOST_OF_TERM; visited++) {
                int number = link / Seen.MOST_TERMS;
                found.add(number);
                int before = termLinks[number % ring.length * Seen.MOST_TERMS + link % Seen.MOST_TERMS];
                link = before < link ? before : NONE;
            }
        }
        return held(found);
    }

    /** How much two stories have in common, by how rare that is: 0 nothing, 1 all. */
    synchronized double overlap(Seen one, Seen other) {
        double shared = 0;
        for (int term : one.terms()) {
            if (IntStream.of(other.terms()).anyMatch(same -> same == term)) {
                shared += rarity(term);
            }
        }
        return shared == 0 ? 0 : shared / Math.sqrt(weight(one) * weight(other));
    }

    private double weight(Seen story) {
        double weight = 0;
        for (int term : story.terms()) {
            weight += rarity(term);
        }
        return weight;
    }

    private double rarity(int term) {
        return Math.log((newest.size() + 2.0) / (termCounts[head(term)] + 1.0));
    }

    private Stream<Seen> held(Set<Integer> numbers) {
        return numbers.stream()
                .filter(number -> number.equals(newest.get(story(number).uri())))
                .map(this::story)
                .toList()
                .stream();
    }

    private Seen story(int number) {
        return ring[number % ring.length];
    }

    private boolean isHeld(int number) {
        return number >= 0 && number < next && number >= next - ring.length && ring[number % ring.length] != null;
    }

    private static int backwards(int number, int before) {
        return before < number ? before : NONE;
    }

    private static int head(Seen story, int band) {
        long hash = band;
        for (int row = 0; row < ROWS; row++) {
            hash = Fingerprint.mixed(hash * 31 + story.fingerprint().smallest()[band * ROWS + row]);
        }
        return band * HEADS + (int) (hash & (HEADS - 1));
    }

    private static int head(int term) {
        return term & (2 * HEADS - 1);
    }
}
