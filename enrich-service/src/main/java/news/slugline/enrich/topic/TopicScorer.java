package news.slugline.enrich.topic;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.slugline.enrich.text.Token;
import news.slugline.enrich.text.Tokenizer;
import news.slugline.event.Article;

/**
 * Weighs the words of an article for each media topic.
 *
 * <p>A word counts more in the headline, and less each time it comes again, so that a topic needs several different
 * words; long texts need more of them. Knows only the languages of its lexicon.
 */
public final class TopicScorer {

    /** A topic with its confidence, 0 to 1. */
    public record Scored(String qcode, double confidence) {}

    private static final double HEADLINE = 2.5;
    private static final double SUBHEADLINE = 1.5;
    private static final double THRESHOLD = 0.5;
    private static final double BESIDE_THE_BEST = 0.5;
    private static final int MOST_TOPS = 3;
    private static final int MOST_BELOW = 5;
    private static final int LONGEST_TERM = 3;

    private final Lexicon lexicon = new Lexicon();
    private final MediaTopics topics;

    public TopicScorer(MediaTopics topics) {
        this.topics = topics;
    }

    /** True where topics can be told in this language (ISO 639). */
    public boolean knows(String language) {
        return lexicon.knows(language);
    }

    /** The topics that are sure enough, the surest first; each with its broader topics. */
    public List<Scored> topics(Article article, String language) {
        var counts = new HashMap<Lexicon.Argument, Double>();
        int words = count(article.getHeadline(), HEADLINE, language, counts)
                + count(article.getSubheadline().orElse(""), SUBHEADLINE, language, counts)
                + count(article.getBody(), 1, language, counts);
        return chosen(confidences(counts, words));
    }

    private int count(String text, double weight, String language, Map<Lexicon.Argument, Double> counts) {
        var tokens = Tokenizer.tokens(text);
        for (int from = 0; from < tokens.size(); ) {
            from += count(tokens, from, weight, language, counts);
        }
        return tokens.size();
    }

    /** Counts the longest term that starts here and returns its length, so that no word argues twice. */
    private int count(
            List<Token> tokens, int from, double weight, String language, Map<Lexicon.Argument, Double> counts) {
        for (int length = Math.min(LONGEST_TERM, tokens.size() - from); length > 0; length--) {
            String key =
                    tokens.subList(from, from + length).stream().map(Token::key).collect(Collectors.joining(" "));
            var arguments = lexicon.arguments(language, key).toList();
            if (!arguments.isEmpty()) {
                arguments.forEach(argument -> counts.merge(argument, weight, Double::sum));
                return length;
            }
        }
        return 1;
    }

    private Map<String, Double> confidences(Map<Lexicon.Argument, Double> counts, int words) {
        var sums = new HashMap<String, Map<String, Double>>();
        counts.forEach((argument, count) -> {
            double weight = argument.weight() * 2 * count / (count + 1);
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

    private List<Scored> chosen(Map<String, Double> confidences) {
        var sure = confidences.entrySet().stream()
                .filter(entry -> entry.getValue() >= THRESHOLD)
                .map(entry -> new Scored(entry.getKey(), entry.getValue()))
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

    /** Confidence runs against 1; what it was made from can be compared. */
    private static double evidence(Scored topic) {
        return -Math.log1p(-Math.min(topic.confidence(), 1 - 1e-12));
    }
}
