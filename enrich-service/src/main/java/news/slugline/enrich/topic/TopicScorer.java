package news.slugline.enrich.topic;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.slugline.enrich.text.Encoder;
import news.slugline.enrich.text.StopWords;
import news.slugline.enrich.text.Token;
import news.slugline.enrich.text.Tokenizer;
import news.slugline.event.Article;
import news.slugline.schemas.MediaTopics;

/**
 * Tells the media topics of an article: by a model that learned from labelled seeds where the language has one, and by a
 * lexicon for what is narrower than the model knows and for other languages.
 *
 * <p>In the lexicon a word counts more in the headline, and less each time it comes again, so that a topic needs several
 * different words; long texts need more of them.
 */
public final class TopicScorer {

    /**
     * A topic with its confidence, 0 to 1.
     *
     * @param words of the article that argued for it, the strongest first
     */
    public record Scored(String qcode, double confidence, List<String> words) {}

    /** How much a text has of an argument, and how it puts it first. */
    private record Hits(double sum, String text) {}

    private static final double HEADLINE = 2.5;
    private static final double SUBHEADLINE = 1.5;
    private static final double THRESHOLD = 0.44;

    /** Below this the likeliest top-level topic of a model is not said, nor the others below the next. */
    private static final double BEST = 0.2;

    private static final double TOP = 0.35;
    private static final double DEEPER = 0.4;
    private static final double WRONG_OF_THE_LIKELIEST = 1.0 / 3;
    private static final int HEADLINE_TIMES = 2;

    private static final double BESIDE_THE_BEST = 0.5;
    private static final int MOST_TOPS = 3;
    private static final int MOST_BELOW = 5;
    private static final int LONGEST_TERM = 3;

    /** The language that the encoder reads. */
    static final String ENGLISH = "en";

    private final Encoder encoder = new Encoder();
    private final Lexicon lexicon = new Lexicon();
    private final MediaTopics topics;
    private final Map<String, TopicModel> models;

    public TopicScorer(MediaTopics topics) {
        this.topics = topics;
        this.models = Map.of(ENGLISH, TopicModel.load(ENGLISH, new StopWords()));
    }

    /** True where topics can be told in this language (ISO 639). */
    public boolean knows(String language) {
        return lexicon.knows(language);
    }

    /** The topics that are sure enough, the surest first; each with its broader topics. */
    public List<Scored> topics(Article article, String language) {
        TopicModel model = models.get(language);
        if (model == null) {
            return lexical(article, language);
        }
        String text = (article.getHeadline() + "\n").repeat(HEADLINE_TIMES)
                + article.getSubheadline().orElse("")
                + "\n"
                + article.getBody();
        List<TopicModel.Likely> likely = model.likely(Tokenizer.tokens(text), place(article, language));
        List<Scored> chosen = chosen(likely, topics);
        return Stream.concat(chosen.stream(), narrower(chosen, likely, lexical(article, language)))
                .sorted(Comparator.comparingDouble(Scored::confidence)
                        .reversed()
                        .thenComparing(Scored::qcode))
                .toList();
    }

    private float[] place(Article article, String language) {
        return language.equals(ENGLISH)
                ? encoder.of(
                        article.getHeadline() + ". " + article.getSubheadline().orElse("") + " " + article.getBody())
                : new float[0];
    }

    /**
     * What a model is sure enough of: the likeliest top-level topic sooner than others, and what lies below a chosen one.
     *
     * <p>That nothing else is as likely speaks for a topic: on held-out seeds the likeliest is wrong a third as often as it
     * would be by its own odds.
     */
    static List<Scored> chosen(List<TopicModel.Likely> likely, MediaTopics topics) {
        double best = likely.stream()
                .filter(topic -> topics.isTop(topic.qcode()))
                .mapToDouble(TopicModel.Likely::probability)
                .max()
                .orElse(1);
        return likely.stream()
                .filter(topic -> topics.isTop(topic.qcode())
                        ? topic.probability() >= TOP || (topic.probability() == best && best >= BEST)
                        : topic.probability() >= DEEPER)
                .map(topic -> new Scored(
                        topic.qcode(),
                        topics.isTop(topic.qcode()) && topic.probability() == best
                                ? 1 - (1 - topic.probability()) * WRONG_OF_THE_LIKELIEST
                                : topic.probability(),
                        topic.words()))
                .toList();
    }

    /** Topics of the lexicon that the model has no seeds of, below one that it chose. */
    private Stream<Scored> narrower(List<Scored> chosen, List<TopicModel.Likely> likely, List<Scored> lexical) {
        return lexical.stream()
                .filter(topic ->
                        likely.stream().noneMatch(known -> known.qcode().equals(topic.qcode())))
                .flatMap(topic -> topics.lineage(topic.qcode())
                        .flatMap(code ->
                                chosen.stream().filter(above -> above.qcode().equals(code)))
                        .limit(1)
                        .map(above -> new Scored(
                                topic.qcode(), Math.min(above.confidence(), topic.confidence()), topic.words())));
    }

    private List<Scored> lexical(Article article, String language) {
        var counts = new HashMap<Lexicon.Argument, Hits>();
        int words = count(article.getHeadline(), HEADLINE, language, counts)
                + count(article.getSubheadline().orElse(""), SUBHEADLINE, language, counts)
                + count(article.getBody(), 1, language, counts);
        return chosen(confidences(counts, words), counts);
    }

    private int count(String text, double weight, String language, Map<Lexicon.Argument, Hits> counts) {
        var tokens = Tokenizer.tokens(text);
        for (int from = 0; from < tokens.size(); ) {
            from += count(tokens, from, weight, language, counts);
        }
        return tokens.size();
    }

    /** Counts the longest term that starts here and returns its length, so that no word argues twice. */
    private int count(
            List<Token> tokens, int from, double weight, String language, Map<Lexicon.Argument, Hits> counts) {
        for (int length = Math.min(LONGEST_TERM, tokens.size() - from); length > 0; length--) {
            String key =
                    tokens.subList(from, from + length).stream().map(Token::key).collect(Collectors.joining(" "));
            var arguments = lexicon.arguments(language, key).toList();
            if (!arguments.isEmpty()) {
                var hits = new Hits(
                        weight,
                        tokens.subList(from, from + length).stream()
                                .map(Token::text)
                                .collect(Collectors.joining(" ")));
                arguments.forEach(argument ->
                        counts.merge(argument, hits, (first, next) -> new Hits(first.sum + next.sum, first.text)));
                return length;
            }
        }
        return 1;
    }

    private Map<String, Double> confidences(Map<Lexicon.Argument, Hits> counts, int words) {
        var sums = new HashMap<String, Map<String, Double>>();
        counts.forEach((argument, hits) -> {
            double weight = argument.weight() * 2 * hits.sum / (hits.sum + 1);
            topics.lineage(argument.qcode())
                    .forEach(code ->
                            sums.computeIfAbsent(code, _ -> new HashMap<>()).merge(argument.term(), weight, Math::max));
        });
        double length = Math.sqrt(1 + words / 150.0);
        var confidences = new HashMap<String, Double>();
        sums.forEach((code, terms) -> {
            double sum =
                    terms.values().stream().mapToDouble(Double::doubleValue).sum();
            confidences.put(code, 1 - Math.exp(-sum / length / 2.2));
        });
        return confidences;
    }

    private List<Scored> chosen(Map<String, Double> confidences, Map<Lexicon.Argument, Hits> counts) {
        var sure = confidences.entrySet().stream()
                .filter(entry -> entry.getValue() >= THRESHOLD)
                .map(entry -> new Scored(entry.getKey(), entry.getValue(), words(entry.getKey(), counts)))
                .sorted(Comparator.comparingDouble(Scored::confidence)
                        .reversed()
                        .thenComparing(Scored::qcode))
                .toList();
        double best = sure.isEmpty() ? 1 : evidence(sure.getFirst());
        var tops = sure.stream()
                .filter(topic -> topics.isTop(topic.qcode()) && evidence(topic) >= best * BESIDE_THE_BEST)
                .limit(MOST_TOPS)
                .toList();
        var kept = tops.stream().map(Scored::qcode).toList();
        var below = sure.stream()
                .filter(topic -> !topics.isTop(topic.qcode()) && evidence(topic) >= best * BESIDE_THE_BEST / 2)
                .filter(topic -> topics.lineage(topic.qcode()).anyMatch(kept::contains))
                .limit(MOST_BELOW);
        return Stream.concat(tops.stream(), below)
                .sorted(Comparator.comparingDouble(Scored::confidence)
                        .reversed()
                        .thenComparing(Scored::qcode))
                .toList();
    }

    /** As they stand in the text. */
    private List<String> words(String qcode, Map<Lexicon.Argument, Hits> counts) {
        return counts.entrySet().stream()
                .filter(entry -> topics.lineage(entry.getKey().qcode()).anyMatch(qcode::equals))
                .sorted(Map.Entry.comparingByKey(Comparator.comparingDouble(Lexicon.Argument::weight)
                        .reversed()
                        .thenComparing(Lexicon.Argument::term)))
                .map(entry -> entry.getValue().text)
                .distinct()
                .limit(MOST_BELOW)
                .toList();
    }

    /** Confidence runs against 1; what it was made from can be compared. */
    private static double evidence(Scored topic) {
        return -Math.log1p(-Math.min(topic.confidence(), 1 - 1e-12));
    }
}
