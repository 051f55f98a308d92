package news.slugline.enrich.topic;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import news.slugline.enrich.text.StopWords;
import news.slugline.enrich.text.Token;
import news.slugline.enrich.text.WordVectors;
import org.springframework.core.io.ClassPathResource;

/**
 * Says how likely each media topic is for a text in one language: a logistic regression over its words and, in English, over
 * where it lies among words; each topic given that its broader one holds.
 *
 * <p>The file: big-endian; the number of topics, each with its code, the number of its broader one's place or -1, its bias
 * and one weight for each dimension; then the number of terms, each with its rarity and its weights (topic, weight).
 */
final class TopicModel {

    /**
     * A topic with the likelihood that it holds.
     *
     * @param words of the text that argued most for it
     */
    record Likely(String qcode, double probability, List<String> words) {}

    /** What a text has: its terms with their weights, and where it lies. */
    record Features(Map<String, Double> terms, float[] vector) {}

    private static final String ENGLISH = "en";
    private static final int MOST_WORDS = 5;

    /** With fewer different words of matter in a text, everything is less likely in proportion. */
    private static final double ENOUGH_WORDS = 12;

    private static final double WORTH_ARGUING = 0.2;

    /** How much all terms of a text weigh beside where it lies. */
    private static final double TERMS = 0.3;

    private record Weight(int topic, float weight) {}

    private record Term(double rarity, List<Weight> weights) {}

    private static final Term NO_TERM = new Term(0, List.of());

    private final List<String> qcodes = new ArrayList<>();
    private final List<Integer> broader = new ArrayList<>();
    private final List<Float> biases = new ArrayList<>();
    private final List<float[]> directions = new ArrayList<>();
    private final Map<String, Term> terms = new HashMap<>();
    private final String language;
    private final StopWords stopWords;
    private final WordVectors vectors;

    private TopicModel(String language, StopWords stopWords, WordVectors vectors) {
        this.language = language;
        this.stopWords = stopWords;
        this.vectors = vectors;
    }

    /** The model of a language (ISO 639) that is part of this service. */
    static TopicModel load(String language, StopWords stopWords, WordVectors vectors) {
        try (var in = new ClassPathResource("topics/" + language + ".model.gz").getInputStream()) {
            return read(in, language, stopWords, vectors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TopicModel read(InputStream packed, String language, StopWords stopWords, WordVectors vectors)
            throws IOException {
        var model = new TopicModel(language, stopWords, vectors);
        model.read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(packed))));
        return model;
    }

    private void read(DataInputStream in) throws IOException {
        int topics = in.readInt();
        int size = in.readInt();
        for (int at = 0; at < topics; at++) {
            qcodes.add("medtop:%08d".formatted(in.readInt()));
            broader.add(in.readInt());
            biases.add(in.readFloat());
            float step = in.readFloat();
            var direction = new float[size];
            for (int i = 0; i < size; i++) {
                direction[i] = in.readByte() * step;
            }
            directions.add(direction);
        }
        int size2 = in.readInt();
        for (int at = 0; at < size2; at++) {
            String term = in.readUTF();
            double rarity = in.readFloat();
            float step = in.readFloat();
            var weights = new ArrayList<Weight>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                weights.add(new Weight(in.readUnsignedShort(), in.readByte() * step));
            }
            terms.put(term, new Term(rarity, List.copyOf(weights)));
        }
    }

    /** The terms of a text and how much of each: the same here and in training. */
    static Features features(
            List<Token> tokens,
            String language,
            StopWords stopWords,
            WordVectors vectors,
            Map<String, Double> rarities) {
        var counts = new HashMap<String, Double>();
        for (Token token : tokens) {
            if (isTerm(token.key()) && !stopWords.has(language, token.key())) {
                counts.merge(token.key(), 1.0, Double::sum);
            }
        }
        counts.keySet().retainAll(rarities.keySet());
        counts.replaceAll((term, count) -> Math.log1p(count) * rarities.getOrDefault(term, 0.0));
        double length = Math.sqrt(
                counts.values().stream().mapToDouble(value -> value * value).sum());
        counts.replaceAll((_, value) -> TERMS * value / length);
        return new Features(counts, language.equals(ENGLISH) ? vectors.of(tokens) : new float[0]);
    }

    private static boolean isTerm(String key) {
        return key.length() > 1 && key.chars().anyMatch(Character::isLetter);
    }

    /** Every topic of the model with its likelihood, in no order. */
    List<Likely> likely(List<Token> tokens) {
        var rarities = new HashMap<String, Double>();
        for (Token token : tokens) {
            Term term = terms.get(token.key());
            if (term != null) {
                rarities.put(token.key(), term.rarity());
            }
        }
        Features features = features(tokens, language, stopWords, vectors, rarities);
        var scores = new double[qcodes.size()];
        for (int topic = 0; topic < scores.length; topic++) {
            scores[topic] = biases.get(topic);
            for (int i = 0; i < features.vector().length; i++) {
                scores[topic] += directions.get(topic)[i] * features.vector()[i];
            }
        }
        var arguments = new HashMap<Integer, Map<String, Double>>();
        features.terms()
                .forEach((term, value) -> terms.getOrDefault(term, NO_TERM)
                        .weights()
                        .forEach(weight -> {
                            scores[weight.topic()] += weight.weight() * value;
                            if (weight.weight() > 0) {
                                arguments
                                        .computeIfAbsent(weight.topic(), _ -> new HashMap<>())
                                        .put(term, weight.weight() * value);
                            }
                        }));
        double enough = Math.min(1, words(tokens) / ENOUGH_WORDS);
        var likely = new ArrayList<Likely>();
        var probabilities = new double[scores.length];
        for (int topic = 0; topic < scores.length; topic++) {
            double own = 1 / (1 + Math.exp(-scores[topic]));
            probabilities[topic] = own * (broader.get(topic) < 0 ? enough : probabilities[broader.get(topic)]);
            Map<String, Double> argued = arguments.getOrDefault(topic, new HashMap<>());
            if (probabilities[topic] >= WORTH_ARGUING) {
                byPlace(tokens, directions.get(topic)).forEach((key, value) -> argued.merge(key, value, Double::sum));
            }
            likely.add(new Likely(qcodes.get(topic), probabilities[topic], strongest(argued, tokens)));
        }
        return likely;
    }

    /** How many different words there are that may say what a text is about. */
    private double words(List<Token> tokens) {
        return tokens.stream()
                .map(Token::key)
                .filter(key -> isTerm(key) && !stopWords.has(language, key))
                .distinct()
                .count();
    }

    /** How far each word moved the text in a direction; only those that moved it that way. */
    private Map<String, Double> byPlace(List<Token> tokens, float[] direction) {
        if (direction.length == 0) {
            return Map.of();
        }
        var sum = new float[direction.length];
        tokens.forEach(token -> vectors.add(token.key(), sum));
        double length = Math.sqrt(dot(sum, sum));
        var moved = new HashMap<String, Double>();
        for (Token token : tokens) {
            if (isTerm(token.key()) && !stopWords.has(language, token.key())) {
                var own = new float[direction.length];
                vectors.add(token.key(), own);
                double by = dot(own, direction) / length;
                if (by > 0) {
                    moved.merge(token.key(), by, Double::sum);
                }
            }
        }
        return moved;
    }

    private static double dot(float[] one, float[] other) {
        double dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
        }
        return dot;
    }

    /** As they stand in the text. */
    private static List<String> strongest(Map<String, Double> arguments, List<Token> tokens) {
        return arguments.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .map(entry -> tokens.stream()
                        .filter(token -> token.key().equals(entry.getKey()))
                        .findFirst()
                        .orElseThrow()
                        .text())
                .toList();
    }
}
