package news.slugline.enrich.related;

import java.util.Arrays;
import java.util.List;
import news.slugline.enrich.text.Token;

/**
 * What a text's wording looks like: the smallest hashes of its runs of words (MinHash, Broder 1997), by which the share of
 * common wording of two texts is estimated.
 *
 * @param exact the same for texts of the same words, and for no others
 * @param smallest of each of {@value #HASHES} hash functions
 * @param runs how many runs of words the text has
 */
record Fingerprint(long exact, int[] smallest, int runs) {

    static final int HASHES = 64;

    /** Words. */
    private static final int RUN = 3;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long[] SEEDS = seeds();

    private static long[] seeds() {
        var seeds = new long[HASHES];
        for (int i = 0; i < HASHES; i++) {
            seeds[i] = mixed(GOLDEN * (i + 1)) | 1;
        }
        return seeds;
    }

    static Fingerprint of(List<Token> words) {
        var smallest = new int[HASHES];
        Arrays.fill(smallest, Integer.MAX_VALUE);
        long exact = 1;
        var hashes = words.stream().mapToLong(word -> hash(word.key())).toArray();
        for (long hash : hashes) {
            exact = mixed(exact * 31 + hash);
        }
        int runs = Math.max(0, hashes.length - RUN + 1);
        for (int at = 0; at < runs; at++) {
            long run = mixed(mixed(hashes[at] * 31 + hashes[at + 1]) * 31 + hashes[at + 2]);
            for (int i = 0; i < HASHES; i++) {
                smallest[i] = Math.min(smallest[i], (int) ((run * SEEDS[i]) >>> 32));
            }
        }
        return new Fingerprint(exact, smallest, runs);
    }

    /** An estimate of the share of runs of words that two texts have in common (Jaccard), 0 to 1. */
    double likeness(Fingerprint other) {
        int same = 0;
        for (int i = 0; i < HASHES; i++) {
            same += smallest[i] == other.smallest[i] ? 1 : 0;
        }
        return runs == 0 || other.runs == 0 ? 0 : (double) same / HASHES;
    }

    /** An estimate of the share of the shorter text's runs of words that the longer one has too, 0 to 1. */
    double containment(Fingerprint other) {
        double likeness = likeness(other);
        double shared = likeness * (runs + other.runs) / (1 + likeness);
        int shorter = Math.min(runs, other.runs);
        return shorter == 0 ? 0 : Math.min(1, shared / shorter);
    }

    static long hash(String word) {
        long hash = 7;
        for (int i = 0; i < word.length(); i++) {
            hash = hash * 31 + word.charAt(i);
        }
        return mixed(hash);
    }

    /** The finisher of SplitMix64 (Steele and others, 2014). */
    static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
