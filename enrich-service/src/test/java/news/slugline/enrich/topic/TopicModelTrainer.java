package news.slugline.enrich.topic;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import news.slugline.enrich.text.Encoder;
import news.slugline.enrich.text.StopWords;
import news.slugline.enrich.text.Token;
import news.slugline.enrich.text.Tokenizer;
import news.slugline.schemas.MediaTopics;

/**
 * Trains the topic models from the labelled seeds and prints how well they do on seeds that were held out: every fifth.
 *
 * <p>Arguments: the folder with a folder of seeds for each language, the folder to write the models to.
 */
final class TopicModelTrainer {

    private static final int FEWEST_SEEDS = 7;
    private static final int FEWEST_DOCUMENTS = 2;
    private static final int HELD_OUT = 5;
    private static final int EPOCHS = 250;
    private static final float RATE = 0.6f;
    private static final float MOMENTUM = 0.9f;
    private static final float L2 = 0.001f;
    private static final double SMALLEST = 0.08;
    private static final int HEADLINE_AND_LEAD = 32;

    private record Seed(Set<String> topics, List<Token> tokens, float[] place, float[] beginning, boolean heldOut) {}

    private record Document(Set<String> topics, int[] terms, float[] values, float[] vector) {}

    private record Topic(String code, int broader, float[] direction, float[] terms, float bias) {}

    private final String language;
    private final StopWords stopWords;
    private final Encoder encoder;
    private float[] middle = new float[0];
    private final MediaTopics hierarchy = new MediaTopics();
    private final Map<String, Double> rarities = new TreeMap<>();
    private final Map<String, Integer> index = new HashMap<>();

    private TopicModelTrainer(String language, StopWords stopWords, Encoder encoder) {
        this.language = language;
        this.stopWords = stopWords;
        this.encoder = encoder;
    }

    public static void main(String[] arguments) throws IOException {
        var stopWords = new StopWords();
        var encoder = new Encoder();
        try (var folders = Files.list(Path.of(arguments[0]))) {
            for (Path folder : folders.sorted().toList()) {
                String language = folder.getFileName().toString();
                var trainer = new TopicModelTrainer(language, stopWords, encoder);
                List<Seed> seeds = trainer.seeds(folder);
                Path file = Path.of(arguments[1], language + ".model.gz");
                trainer.train(seeds, seed -> !seed.heldOut(), file);
                trainer.report(seeds, file);
                new TopicModelTrainer(language, stopWords, encoder).train(seeds, _ -> true, file);
                System.out.printf("%s: %d seeds, %d bytes%n", file, seeds.size(), Files.size(file));
            }
        }
    }

    private List<Seed> seeds(Path folder) throws IOException {
        var seeds = new ArrayList<Seed>();
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] columns = line.split("\t", 2);
                    var topics = new HashSet<String>();
                    for (String code : columns[0].split(",", -1)) {
                        hierarchy.lineage("medtop:" + code.strip()).forEach(topics::add);
                    }
                    List<Token> tokens = Tokenizer.tokens(columns[1]);
                    boolean isLong = tokens.size() > HEADLINE_AND_LEAD * 3 / 2;
                    seeds.add(new Seed(
                            topics,
                            tokens,
                            place(columns[1]),
                            isLong
                                    ? place(columns[1].substring(
                                            0, tokens.get(HEADLINE_AND_LEAD - 1).end()))
                                    : new float[0],
                            seeds.size() % HELD_OUT == HELD_OUT - 1));
                }
            }
        }
        return seeds;
    }

    private float[] place(String text) {
        return language.equals(TopicScorer.ENGLISH) ? encoder.of(text) : new float[0];
    }

    private void train(List<Seed> all, Predicate<Seed> used, Path file) throws IOException {
        List<Seed> seeds = all.stream().filter(used).toList();
        rarities.clear();
        index.clear();
        middle = new float[seeds.getFirst().place().length];
        seeds.forEach(seed -> {
            for (int i = 0; i < middle.length; i++) {
                middle[i] += seed.place()[i] / seeds.size();
            }
        });
        var documents = new HashMap<String, Integer>();
        for (Seed seed : seeds) {
            var keys = new TreeSet<String>();
            seed.tokens().forEach(token -> keys.add(token.key()));
            keys.forEach(key -> documents.merge(key, 1, Integer::sum));
        }
        documents.forEach((key, count) -> {
            if (count >= FEWEST_DOCUMENTS) {
                rarities.put(key, Math.log(1.0 * seeds.size() / count));
            }
        });
        rarities.keySet().forEach(term -> index.put(term, index.size()));
        var examples = new ArrayList<Document>();
        for (Seed seed : seeds) {
            examples.add(document(seed.topics(), seed.tokens(), seed.place()));
            if (seed.tokens().size() > HEADLINE_AND_LEAD * 3 / 2) {
                examples.add(document(seed.topics(), seed.tokens().subList(0, HEADLINE_AND_LEAD), seed.beginning()));
            }
        }
        var topics = new ArrayList<Topic>();
        for (String code : codes(seeds)) {
            topics.add(topic(code, topics, examples));
        }
        write(topics, file);
    }

    /** Topics with seeds enough, broader ones first. */
    private List<String> codes(List<Seed> seeds) {
        var counts = new TreeMap<String, Integer>();
        seeds.forEach(seed -> seed.topics().forEach(code -> counts.merge(code, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST_SEEDS)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingLong(
                                (String code) -> hierarchy.lineage(code).count())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Document document(Set<String> topics, List<Token> tokens, float[] place) {
        var features = TopicModel.features(tokens, place, middle, language, stopWords, rarities);
        var terms = new int[features.terms().size()];
        var values = new float[terms.length];
        int at = 0;
        for (var entry : new TreeMap<>(features.terms()).entrySet()) {
            terms[at] = index.get(entry.getKey());
            values[at++] = entry.getValue().floatValue();
        }
        return new Document(topics, terms, values, features.vector());
    }

    /** One logistic regression, by gradient descent with momentum, over the documents that have the broader topic. */
    private Topic topic(String code, List<Topic> topics, List<Document> documents) {
        String broader = hierarchy.lineage(code).skip(1).findFirst().orElse("");
        int place = -1;
        for (int at = 0; at < topics.size(); at++) {
            place = topics.get(at).code().equals(broader) ? at : place;
        }
        var examples = documents.stream()
                .filter(document -> broader.isEmpty() || document.topics().contains(broader))
                .toList();
        int size = middle.length;
        // dimensions, then terms, then the bias
        var weights = new float[size + index.size() + 1];
        var speed = new float[weights.length];
        var slope = new float[weights.length];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Arrays.fill(slope, 0);
            for (Document document : examples) {
                float wrong = (float) (1 / (1 + Math.exp(-score(document, weights, size)))
                        - (document.topics().contains(code) ? 1 : 0));
                for (int i = 0; i < size; i++) {
                    slope[i] += wrong * document.vector()[i];
                }
                for (int i = 0; i < document.terms().length; i++) {
                    slope[size + document.terms()[i]] += wrong * document.values()[i];
                }
                slope[weights.length - 1] += wrong;
            }
            for (int i = 0; i < weights.length; i++) {
                float pull = i < weights.length - 1 ? L2 * weights[i] : 0;
                speed[i] = MOMENTUM * speed[i] + slope[i] / examples.size() + pull;
                weights[i] -= RATE * speed[i];
            }
        }
        return new Topic(
                code,
                place,
                Arrays.copyOf(weights, size),
                Arrays.copyOfRange(weights, size, weights.length - 1),
                weights[weights.length - 1]);
    }

    private static double score(Document document, float[] weights, int size) {
        double score = weights[weights.length - 1];
        for (int i = 0; i < size; i++) {
            score += weights[i] * document.vector()[i];
        }
        for (int i = 0; i < document.terms().length; i++) {
            score += weights[size + document.terms()[i]] * document.values()[i];
        }
        return score;
    }

    private void write(List<Topic> topics, Path file) throws IOException {
        try (var out =
                new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
            int size = topics.getFirst().direction().length;
            out.writeInt(topics.size());
            out.writeInt(size);
            for (float value : middle) {
                out.writeFloat(value);
            }
            for (Topic topic : topics) {
                out.writeInt(Integer.parseInt(topic.code().substring("medtop:".length())));
                out.writeInt(topic.broader());
                out.writeFloat(topic.bias());
                float step = step(topic.direction());
                out.writeFloat(step);
                for (float value : topic.direction()) {
                    out.writeByte(Math.round(value / step));
                }
            }
            var weighty = new TreeMap<String, float[]>();
            rarities.keySet().forEach(term -> weighty.put(term, weights(term, topics)));
            weighty.values().removeIf(weights -> count(weights) == 0);
            out.writeInt(weighty.size());
            for (var entry : weighty.entrySet()) {
                float[] weights = entry.getValue();
                out.writeUTF(entry.getKey());
                out.writeFloat(rarities.get(entry.getKey()).floatValue());
                float step = step(weights);
                out.writeFloat(step);
                out.writeShort(count(weights));
                for (int at = 0; at < weights.length; at++) {
                    if (weights[at] != 0) {
                        out.writeShort(at);
                        out.writeByte(Math.round(weights[at] / step));
                    }
                }
            }
        }
    }

    private float[] weights(String term, List<Topic> topics) {
        var weights = new float[topics.size()];
        for (int at = 0; at < weights.length; at++) {
            float weight = topics.get(at).terms()[index.get(term)];
            weights[at] = Math.abs(weight) < SMALLEST ? 0 : weight;
        }
        return weights;
    }

    private static int count(float[] weights) {
        int count = 0;
        for (float weight : weights) {
            count += weight != 0 ? 1 : 0;
        }
        return count;
    }

    private static float step(float[] values) {
        float most = 1e-6f;
        for (float value : values) {
            most = Math.max(most, Math.abs(value));
        }
        return most / 127;
    }

    /** On the seeds that the model has not seen: each top's F1, the best topic's rightness, and how it is calibrated. */
    private void report(List<Seed> seeds, Path file) throws IOException {
        TopicModel model;
        try (var in = Files.newInputStream(file)) {
            model = TopicModel.read(in, language, stopWords);
        }
        var scores = new TreeMap<String, int[]>();
        var bins = new int[10][2];
        int best = 0;
        int all = 0;
        for (Seed seed : seeds) {
            if (!seed.heldOut()) {
                continue;
            }
            all++;
            List<TopicModel.Likely> likely = model.likely(seed.tokens(), seed.place());
            var top = likely.stream()
                    .filter(topic -> hierarchy.isTop(topic.qcode()))
                    .max(Comparator.comparingDouble(TopicModel.Likely::probability))
                    .orElseThrow();
            best += seed.topics().contains(top.qcode()) ? 1 : 0;
            Set<String> chosen = TopicScorer.chosen(likely, hierarchy).stream()
                    .map(TopicScorer.Scored::qcode)
                    .collect(Collectors.toSet());
            for (var topic : likely) {
                long level = hierarchy.lineage(topic.qcode()).count();
                boolean gold = seed.topics().contains(topic.qcode());
                boolean found = chosen.contains(topic.qcode());
                for (String key : List.of("level " + level, level == 1 ? topic.qcode() : "deeper")) {
                    int[] score = scores.computeIfAbsent(key, _ -> new int[3]);
                    score[0] += gold && found ? 1 : 0;
                    score[1] += found ? 1 : 0;
                    score[2] += gold ? 1 : 0;
                }
                int bin = Math.min(9, (int) (topic.probability() * 10));
                bins[bin][0] += gold ? 1 : 0;
                bins[bin][1]++;
            }
        }
        scores.forEach((name, score) -> System.out.printf(
                "%-16s P %.3f R %.3f F1 %.3f (%d)%n",
                name,
                1.0 * score[0] / Math.max(1, score[1]),
                1.0 * score[0] / Math.max(1, score[2]),
                2.0 * score[0] / Math.max(1, score[1] + score[2]),
                score[2]));
        double macro = scores.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("medtop:"))
                .mapToDouble(
                        entry -> 2.0 * entry.getValue()[0] / Math.max(1, entry.getValue()[1] + entry.getValue()[2]))
                .average()
                .orElse(0);
        System.out.printf(
                "%s: best top right %.3f, macro-F1 of tops %.3f, of %d held out%n",
                language, 1.0 * best / all, macro, all);
        for (int bin = 0; bin < bins.length; bin++) {
            System.out.printf(
                    "said %.1f: held %.2f of %d%n",
                    bin / 10.0 + 0.05, 1.0 * bins[bin][0] / Math.max(1, bins[bin][1]), bins[bin][1]);
        }
    }
}
