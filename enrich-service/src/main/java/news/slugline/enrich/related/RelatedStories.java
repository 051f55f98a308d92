package news.slugline.enrich.related;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.slugline.enrich.text.Folding;
import news.slugline.enrich.text.StopWords;
import news.slugline.enrich.text.Tokenizer;
import news.slugline.enrich.text.WordVectors;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Enrichment;
import news.slugline.event.PubStatus;
import news.slugline.event.Receipt;
import news.slugline.event.Related;

/**
 * Finds the stories of the last 30 days that a story belongs with.
 *
 * <p>Knows what {@link #remember} is given. A story under embargo, withheld or killed is never named.
 */
public final class RelatedStories {

    private static final Duration WINDOW = Duration.ofDays(30);
    private static final Duration WRITE_THROUGH_WITHIN = Duration.ofDays(2);

    /** Of the wording of the shorter text in the longer one. */
    private static final double SAME_STORY = 0.7;
    /** Runs of words: less says too little. */
    private static final int SHORTEST = 25;
    /** Of the headline's words, for a text of the same desk to take an earlier one's place. */
    private static final double SAME_HEADLINE = 0.3;

    private static final double SAME_MATTER = 0.34;
    private static final double LEAST_SHARED = 0.14;
    private static final double BY_TERMS = 0.6;
    private static final int MOST_RELATED = 6;
    private static final int SHORTEST_WORD = 4;

    private final StoryIndex index;
    private final WordVectors vectors = new WordVectors();
    private final StopWords stopWords = new StopWords();

    /** Remembers so many stories at most, the newest. */
    public RelatedStories(int capacity) {
        index = new StoryIndex(capacity);
    }

    /** Takes note of a story, or of its end. */
    public void remember(ArticleEnriched event) {
        if (event.getArticle().getPubStatus() == PubStatus.usable) {
            index.add(seen(event.getReceipt(), event.getArticle(), event.getEnrichment()));
        } else {
            index.forget(event.getArticle().getUri(), event.getArticle().getVersion());
        }
    }

    /** How many stories are known. */
    public int known() {
        return index.size();
    }

    /** The surest first: the same story before others of the same matter. */
    public List<Related> of(Receipt receipt, Article article, Enrichment soFar, Instant now) {
        var story = seen(receipt, article, soFar);
        var same = index.alike(story)
                .filter(other -> isNameable(other, story, now))
                .flatMap(other -> same(story, other, article.getPubStatus()).stream())
                .sorted(Comparator.comparingDouble(Related::getConfidence).reversed())
                .limit(MOST_RELATED)
                .toList();
        var sameUris = same.stream().map(Related::getUri).toList();
        var related = index.aboutTheSame(story)
                .filter(other -> isNameable(other, story, now) && !sameUris.contains(other.uri()))
                .flatMap(other -> ofTheSameMatter(story, other).stream())
                .sorted(Comparator.comparingDouble(Related::getConfidence).reversed())
                .limit(MOST_RELATED)
                .toList();
        return Stream.concat(same.stream(), related.stream()).toList();
    }

    private static boolean isNameable(Seen other, Seen story, Instant now) {
        return !other.uri().equals(story.uri())
                && !other.visibleFrom().isAfter(now)
                && other.receivedAt().isAfter(now.minus(WINDOW));
    }

    private static Optional<Related> same(Seen story, Seen other, PubStatus status) {
        var wording = story.fingerprint();
        double contained = wording.containment(other.fingerprint());
        if (wording.exact() == other.fingerprint().exact()) {
            return Optional.of(new Related(other.uri(), other.headline(), "duplicate", 1.0));
        }
        boolean isLongEnough = Math.min(wording.runs(), other.fingerprint().runs()) >= SHORTEST;
        if (!isLongEnough || contained < SAME_STORY) {
            return Optional.empty();
        }
        boolean isWriteThrough = status == PubStatus.usable && isWriteThrough(story, other);
        return Optional.of(new Related(
                other.uri(), other.headline(), isWriteThrough ? "write-through" : "near-duplicate", contained));
    }

    /** The same desk's earlier text without a word of its ids, told again at no less than most of its length. */
    private static boolean isWriteThrough(Seen story, Seen other) {
        return story.desk().equals(other.desk())
                && !story.hasId()
                && other.receivedAt().isBefore(story.receivedAt())
                && other.receivedAt().isAfter(story.receivedAt().minus(WRITE_THROUGH_WITHIN))
                && story.fingerprint().runs() >= 0.8 * other.fingerprint().runs()
                && commonWords(story.headline(), other.headline()) >= SAME_HEADLINE;
    }

    private static double commonWords(String one, String other) {
        var words = Tokenizer.tokens(one).stream()
                .map(word -> word.key())
                .distinct()
                .toList();
        var others = Tokenizer.tokens(other).stream().map(word -> word.key()).toList();
        long common = words.stream().filter(others::contains).count();
        return words.isEmpty() ? 0 : (double) common / Math.min(words.size(), Math.max(1, others.size()));
    }

    private Optional<Related> ofTheSameMatter(Seen story, Seen other) {
        double overlap = index.overlap(story, other);
        double closeness = story.closeness(other);
        double confidence = BY_TERMS * overlap + (1 - BY_TERMS) * closeness;
        return overlap >= LEAST_SHARED && confidence >= SAME_MATTER
                ? Optional.of(new Related(other.uri(), other.headline(), "related", Math.min(1, confidence)))
                : Optional.empty();
    }

    private Seen seen(Receipt receipt, Article article, Enrichment enrichment) {
        var words = Tokenizer.tokens(article.getHeadline() + "\n" + article.getBody());
        float[] point = vectors.of(words);
        var rounded = new byte[point.length];
        for (int i = 0; i < point.length; i++) {
            rounded[i] = (byte) Math.round(point[i] * Byte.MAX_VALUE);
        }
        return Seen.of(
                receipt,
                article,
                Fingerprint.of(Tokenizer.tokens(article.getBody())),
                terms(article, enrichment),
                rounded);
    }

    /** Names first, by how much the story is about them. */
    private int[] terms(Article article, Enrichment enrichment) {
        String language = enrichment
                .getLanguage()
                .map(found -> found.getTag().split("-", 2)[0])
                .orElse("und");
        var names = enrichment.getEntities().stream()
                .sorted(Comparator.comparingDouble(entity -> -entity.getSalience()))
                .map(entity -> entity.getId());
        var phrases = enrichment.getKeyphrases().stream().map(Folding::fold);
        var headline = Tokenizer.tokens(article.getHeadline()).stream()
                .map(word -> word.key())
                .filter(word -> word.length() >= SHORTEST_WORD && !stopWords.has(language, word));
        return Stream.of(names.limit(8), phrases.limit(6), headline)
                .flatMap(terms -> terms)
                .distinct()
                .limit(Seen.MOST_TERMS)
                .flatMapToInt(term -> IntStream.of((int) Fingerprint.hash(term)))
                .distinct()
                .toArray();
    }
}
