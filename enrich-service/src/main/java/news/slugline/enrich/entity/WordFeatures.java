package news.slugline.enrich.entity;

import java.util.Arrays;
import java.util.regex.Pattern;
import news.slugline.enrich.text.Folding;
import news.slugline.enrich.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of the words of a sentence, each sight as a number: the word itself, its letters and its shape, what it
 * is known for, and the same of its neighbours.
 *
 * <p>The model is trained on these numbers: a change here needs a new model.
 */
final class WordFeatures {

    private static final Cue[] CUES = {
        Cue.TITLE,
        Cue.HONORIFIC,
        Cue.ORG_TAIL,
        Cue.ORG_HEAD,
        Cue.PLACE_HEAD,
        Cue.PLACE_TAIL,
        Cue.PLACE_PREPOSITION,
        Cue.PLACE_CUE,
        Cue.SPEECH,
        Cue.KIN,
        Cue.DEMONYM,
        Cue.CALENDAR,
        Cue.NOT_NAME,
        Cue.CONNECTOR,
        Cue.GIVEN,
        Cue.FAMILY_FIRST
    };

    private static final int MOST = 96;
    private static final int LONGEST_AFFIX = 4;
    private static final int FAR = 4;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Cues cues;
    private final NameWords words;
    private final Phrases phrases;

    WordFeatures(Cues cues, NameWords words, Phrases phrases) {
        this.cues = cues;
        this.words = words;
        this.phrases = phrases;
    }

    /** One row for each token of the passage from, exclusive of to, which are one sentence. */
    int[][] of(Passage passage, int from, int to) {
        var sights = new Sight[to - from];
        char[] listed = phrases.kinds(passage, from, to);
        for (int at = from; at < to; at++) {
            sights[at - from] = sight(passage.token(at), listed[at - from]);
        }
        int letters = capitals(sights);
        var rows = new int[sights.length][];
        for (int at = 0; at < sights.length; at++) {
            rows[at] = row(passage, sights, at, from, letters);
        }
        return rows;
    }

    /** What is seen of one word by itself. */
    private record Sight(
            int word,
            int exact,
            int shape,
            int known,
            int listed,
            NameWords.Word kind,
            boolean capitalised,
            boolean capitals,
            Token token) {}

    private Sight sight(Token token, char listed) {
        int known = 0;
        for (int i = 0; i < CUES.length; i++) {
            known |= cues.is(CUES[i], token) ? 1 << i : 0;
        }
        NameWords.Word kind = words.find(token.key());
        if (kind.equals(NameWords.Word.UNKNOWN) && token.key().indexOf('-') > 0) {
            kind = words.find(token.key().substring(0, token.key().indexOf('-')));
        }
        return new Sight(
                token.key().hashCode(),
                token.text().hashCode(),
                shape(token.text()),
                known,
                listed,
                kind,
                token.capitalised(),
                token.allCapitals(),
                token);
    }

    /** 0 where capitals tell names from words, 1 where every word begins with one, 2 where all is in capitals, 3 where nothing is. */
    private static int capitals(Sight[] sights) {
        int words = 0;
        int capitalised = 0;
        int capitals = 0;
        for (Sight sight : sights) {
            if (sight.token.text().length() >= FAR
                    && Character.isLetter(sight.token.text().charAt(0))) {
                words++;
                capitalised += sight.capitalised ? 1 : 0;
                capitals += sight.capitals ? 1 : 0;
            }
        }
        if (words > 1 && capitals * 10 >= words * 8) {
            return 2;
        }
        if (words >= FAR && capitalised * 10 >= words * 8) {
            return 1;
        }
        return capitalised == 0 ? 3 : 0;
    }

    private static int shape(String text) {
        int shape = 1;
        int last = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int kind = Character.isUpperCase(c)
                    ? 2
                    : Character.isLetter(c) ? 1 : Character.isDigit(c) ? 3 : c == '-' ? 4 : 5;
            if (kind != last || (kind == 2 && i == 1)) {
                shape = shape * 7 + kind;
            }
            last = kind;
        }
        return shape;
    }

    private int[] row(Passage passage, Sight[] sights, int at, int from, int letters) {
        var row = new Row();
        Sight here = sights[at];
        Sight before = at > 0 ? sights[at - 1] : null;
        Sight after = at + 1 < sights.length ? sights[at + 1] : null;
        int gapBefore = at == 0 ? 1 : gap(here.token.gap());
        int gapAfter = gapAfter(passage, from + at);
        row.add(0, letters);
        word(row, here, letters);
        beside(row, 1, before);
        beside(row, 2, after);
        beside(row, 3, at > 1 ? sights[at - 2] : null);
        beside(row, 4, at + 2 < sights.length ? sights[at + 2] : null);
        row.add(40, gapBefore);
        row.add(41, gapAfter);
        row.add(42, gapBefore, here.shape);
        row.add(43, gapAfter, here.shape);
        row.add(44, gapBefore, gapAfter);
        row.add(45, before == null ? 1 : before.shape, here.shape);
        row.add(46, here.shape, after == null ? 1 : after.shape);
        if (before != null) {
            row.add(47, before.word, here.word);
            row.add(48, before.kind.kind(), here.kind.kind());
            row.add(49, before.kind.given() ? 1 : 2, here.kind.family() ? 1 : 2);
            row.add(50, before.listed, here.listed);
            row.add(51, before.word, here.shape);
        }
        if (after != null) {
            row.add(52, here.word, after.word);
            row.add(53, here.kind.kind(), after.kind.kind());
            row.add(54, here.kind.given() ? 1 : 2, after.kind.family() ? 1 : 2);
            row.add(55, here.listed, after.listed);
            row.add(56, after.word, here.shape);
        }
        if (before != null && after != null) {
            row.add(57, before.shape, here.shape * 31 + after.shape);
            row.add(58, before.word, after.word);
            row.add(59, before.kind.kind(), after.kind.kind());
        }
        if (letters == 0 && here.capitalised) {
            run(row, sights, at);
        }
        return row.features();
    }

    /** The word by itself. */
    private static void word(Row row, Sight here, int letters) {
        row.add(10, here.word);
        row.add(11, here.exact);
        row.add(12, here.shape);
        row.add(13, here.shape, letters);
        row.add(14, here.kind.kind());
        row.add(15, here.kind.wideKind());
        row.add(16, (here.kind.given() ? 1 : 0) + (here.kind.family() ? 2 : 0), here.capitalised ? 1 : 0);
        row.add(17, here.listed, here.capitalised ? 1 : 0);
        row.add(18, here.listed, here.shape);
        row.add(19, here.token.possessive() ? 1 : 0);
        bits(row, 20, here.known);
        String key = here.token.key();
        for (int length = 1; length <= Math.min(LONGEST_AFFIX, key.length() - 1); length++) {
            row.add(36, length, key.substring(key.length() - length).hashCode());
            row.add(37, length, key.substring(0, length).hashCode());
        }
        row.add(
                38,
                here.shape,
                key.length() > 2 ? key.substring(key.length() - 2).hashCode() : 0);
    }

    private static void beside(Row row, int place, @Nullable Sight sight) {
        int base = 60 + 10 * place;
        if (sight == null) {
            row.add(base, 0);
            return;
        }
        row.add(base + 1, sight.word);
        row.add(base + 2, sight.kind.kind());
        row.add(base + 3, sight.kind.wideKind());
        row.add(base + 4, sight.shape);
        row.add(base + 5, sight.listed);
        if (place <= 2) {
            row.add(base + 6, (sight.kind.given() ? 1 : 0) + (sight.kind.family() ? 2 : 0));
            bits(row, base + 7, sight.known);
            String key = sight.token.key();
            row.add(base + 8, key.length() > 3 ? key.substring(key.length() - 3).hashCode() : 0);
        }
    }

    private static void bits(Row row, int template, int bits) {
        for (int left = bits; left != 0; left &= left - 1) {
            row.add(template, Integer.numberOfTrailingZeros(left));
        }
    }

    /** Of a run of capitalised words: where in it the word stands, how it ends, and what stands around it. */
    private static void run(Row row, Sight[] sights, int at) {
        int start = at;
        while (start > 0 && sights[start - 1].capitalised && sights[start].token.follows()) {
            start--;
        }
        int end = at + 1;
        while (end < sights.length && sights[end].capitalised && sights[end].token.follows()) {
            end++;
        }
        int place = Math.min(FAR, at - start) * 8 + Math.min(FAR, end - at);
        row.add(110, place);
        row.add(111, end - start, sights[end - 1].kind.kind());
        row.add(112, sights[end - 1].word);
        row.add(113, sights[start].word);
        row.add(114, sights[start].kind.given() ? 1 : 0, sights[end - 1].kind.family() ? 1 : 0);
        bits(row, 115, sights[end - 1].known);
        bits(row, 116, sights[start].known);
        int before = start > 0 ? sights[start - 1].word : 1;
        int after = end < sights.length ? sights[end].word : 1;
        row.add(117, before);
        row.add(118, after);
        row.add(119, before, after);
        row.add(120, start > 0 ? sights[start - 1].kind.kind() : 0, end - start);
        row.add(121, end < sights.length ? sights[end].kind.kind() : 0, end - start);
        row.add(122, before, place);
        row.add(123, after, place);
    }

    /** What stands between this token and the next one. */
    private static int gapAfter(Passage passage, int at) {
        if (at + 1 < passage.size()) {
            return gap(passage.token(at + 1).gap());
        }
        return gap(passage.text().substring(passage.token(at).end()));
    }

    private static int gap(String gap) {
        if (gap.equals(" ")) {
            return 2;
        }
        String bare = SPACES.matcher(gap).replaceAll("");
        return bare.isEmpty()
                ? (gap.isEmpty() ? 3 : 2)
                : Folding.fold(bare.substring(0, Math.min(2, bare.length()))).hashCode();
    }

    /** Features of one word, as many as there are. */
    private static final class Row {

        private int[] features = new int[MOST];
        private int size;

        void add(int template, int value) {
            add(template, value, 0);
        }

        void add(int template, int value, int other) {
            if (size == features.length) {
                features = Arrays.copyOf(features, 2 * size);
            }
            features[size++] = mixed(template, value, other);
        }

        int[] features() {
            return Arrays.copyOf(features, size);
        }

        private static int mixed(int template, int value, int other) {
            int hash = template * 0x9E3779B1
                    ^ Integer.rotateLeft(value * 0x85EBCA6B, 13)
                    ^ Integer.rotateLeft(other * 0xC2B2AE35, 7);
            hash = (hash ^ (hash >>> 16)) * 0x7FEB352D;
            hash = (hash ^ (hash >>> 15)) * 0x846CA68B;
            return hash ^ (hash >>> 16);
        }
    }
}
