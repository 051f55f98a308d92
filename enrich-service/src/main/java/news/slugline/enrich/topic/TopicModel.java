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
 * where it lies among texts; each topic given that its broader one holds.
 *
 * <p>The file: big-endian; the numbers of topics and of dimensions, the middle of all texts, each topic with its code, the
 * number of its broader one's place or -1, its bias and one weight for each dimension; then the number of terms, each with its
 * rarity and its weights (topic, weight).
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

    private static final int MOST_WORDS = 5;

    /** With fewer different words of matter in a text, everything is less likely in proportion. */
    private static final double ENOUGH_WORDS = 9;

    private static final double WORTH_ARGUING = 0.2;

    /** How much all terms of a text weigh, and how much where it lies. */
    private static final double TERMS = 2;

    private static final float PLACE = 4;

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
    private float[] middle = new float[0];

    private TopicModel(String language, StopWords stopWords) {
        this.language = language;
        this.stopWords = stopWords;
    }

    /** The model of a language (ISO 639) that is part of this service. */
    static TopicModel load(String language, StopWords stopWords) {
        try (var in = new ClassPathResource("topics/" + language + ".model.gz").getInputStream()) {
            return read(in, language, stopWords);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TopicModel read(InputStream packed, String language, StopWords stopWords) throws IOException {
        var model = new TopicModel(language, stopWords);
        model.read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(packed))));
        return model;
    }

    private void read(DataInputStream in) throws IOException {
        int topics = in.readInt();
        int size = in.readInt();
        middle = new float[size];
        for (int i = 0; i < size; i++) {
            middle[i] = in.readFloat();
        }
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

    /**
     * The terms of a text and how much of each, and where it lies: the same here and in training.
     *
     * @param place as the encoder has it; empty in languages that it does not read
     * @param middle of all texts
     */
    static Features features(
            List<Token> tokens,
            float[] place,
            float[] middle,
            String language,
            StopWords stopWords,
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
        return new Features(counts, fromMiddle(place, middle));
    }

    private static float[] fromMiddle(float[] place, float[] middle) {
        var vector = new float[place.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = place[i] - middle[i];
        }
        WordVectors.unit(vector);
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= PLACE;
        }
        return vector;
    }

    private static boolean isTerm(String key) {
        return key.length() > 1 && key.chars().anyMatch(Character::isLetter);
    }

    /**
     * Every topic of the model with its likelihood, in no order.
     *
     * @param place as in {@link #features}
     */
    List<Likely> likely(List<Token> tokens, float[] place) {
        var rarities = new HashMap<String, Double>();
        for (Token token : tokens) {
            Term term = terms.get(token.key());
            if (term != null) {
                rarities.put(token.key(), term.rarity());
            }
        }
        Features features = features(tokens, place, middle, language, stopWords, rarities);
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
            likely.add(new Likely(
                    qcodes.get(topic),
                    probabilities[topic],
                    probabilities[topic] < WORTH_ARGUING ? List.of() : strongest(argued, tokens)));
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
