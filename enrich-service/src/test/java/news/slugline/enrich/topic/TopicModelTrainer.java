package news.slugline.enrich.topic;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import news.slugline.enrich.text.Encoder;
import news.slugline.enrich.text.StopWords;
import news.slugline.enrich.text.Token;
import news.slugline.enrich.text.Tokenizer;
import news.slugline.schemas.MediaTopics;

/**
 * Trains the topic models from the labelled seeds and prints how well they do on seeds that were held out: about every
 * fifth, chosen by the text's own checksum, so that a seed stays held out when others are added.
 *
 * <p>A seed is a line: the topics' codes, a tab, the text. A code with a question mark is open: those who labelled the
 * text do not agree on it. It teaches nothing and counts neither for nor against. A top-level code alone leaves all
 * narrower ones unsaid; without a code the text is about nothing.
 *
 * <p>Arguments: the folder with a folder of seeds for each language, in it one for each manner of writing; the folder to
 * write the models to.
 */
final class TopicModelTrainer {

    private static final int FEWEST_SEEDS = 7;
    private static final int FEWEST_DOCUMENTS = 2;
    private static final int HELD_OUT = 5;
    private static final int BINS = 10;
    private static final int EPOCHS = 250;
    private static final float RATE = 0.6f;
    private static final float MOMENTUM = 0.9f;
    private static final float L2 = 0.001f;
    private static final double SMALLEST = 0.08;
    private static final int HEADLINE_AND_LEAD = 32;
    private static final String OPEN = "?";

    /** The topics that a text has, and those that are open, each with its broader ones. */
    private record Labels(Set<String> topics, Set<String> open) {}

    private record Seed(
            String manner, Labels labels, List<Token> tokens, float[] place, float[] beginning, boolean heldOut) {}

    private record Document(Labels labels, int[] terms, float[] values, float[] vector) {}

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
        try (var files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] columns = line.split("\t", 2);
                    List<Token> tokens = Tokenizer.tokens(columns[1]);
                    boolean isLong = tokens.size() > HEADLINE_AND_LEAD * 3 / 2;
                    seeds.add(new Seed(
                            file.getParent().getFileName().toString(),
                            labels(columns[0]),
                            tokens,
                            place(columns[1]),
                            isLong
                                    ? place(columns[1].substring(
                                            0, tokens.get(HEADLINE_AND_LEAD - 1).end()))
                                    : new float[0],
                            checksum(columns[1]) % HELD_OUT == 0));
                }
            }
        }
        return seeds;
    }

    private Labels labels(String codes) {
        var topics = new HashSet<String>();
        var open = new HashSet<String>();
        for (String code : codes.isEmpty() ? new String[0] : codes.split(",", -1)) {
            boolean isOpen = code.endsWith(OPEN);
            hierarchy
                    .lineage("medtop:" + (isOpen ? code.substring(0, code.length() - 1) : code))
                    .forEach(isOpen ? open::add : topics::add);
        }
        open.removeAll(topics);
        return new Labels(topics, open);
    }

    private static long checksum(String text) {
        var checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
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
            examples.add(document(seed.labels(), seed.tokens(), seed.place()));
            if (seed.tokens().size() > HEADLINE_AND_LEAD * 3 / 2) {
                examples.add(document(seed.labels(), seed.tokens().subList(0, HEADLINE_AND_LEAD), seed.beginning()));
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
        seeds.forEach(seed -> seed.labels().topics().forEach(code -> counts.merge(code, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST_SEEDS)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingLong(
                                (String code) -> hierarchy.lineage(code).count())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Document document(Labels labels, List<Token> tokens, float[] place) {
        var features = TopicModel.features(tokens, place, middle, language, stopWords, rarities);
        var terms = new int[features.terms().size()];
        var values = new float[terms.length];
        int at = 0;
        for (var entry : new TreeMap<>(features.terms()).entrySet()) {
            terms[at] = index.get(entry.getKey());
            values[at++] = entry.getValue().floatValue();
        }
        return new Document(labels, terms, values, features.vector());
    }

    /** One logistic regression, by gradient descent with momentum, over the documents that say whether they have it. */
    private Topic topic(String code, List<Topic> topics, List<Document> documents) {
        String broader = hierarchy.lineage(code).skip(1).findFirst().orElse("");
        int place = -1;
        for (int at = 0; at < topics.size(); at++) {
            place = topics.get(at).code().equals(broader) ? at : place;
        }
        var examples = documents.stream()
                .filter(document ->
                        broader.isEmpty() || document.labels().topics().contains(broader))
                .filter(document -> !isUnsaid(document.labels(), code))
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
                        - (document.labels().topics().contains(code) ? 1 : 0));
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

    private boolean isUnsaid(Labels labels, String code) {
        return labels.open().contains(code)
                || hierarchy
                        .lineage(code)
                        .skip(1)
                        .anyMatch(broader -> hierarchy.isTop(broader)
                                && labels.topics().contains(broader)
                                && labels.topics().stream()
                                        .noneMatch(topic ->
                                                hierarchy.lineage(topic).skip(1).anyMatch(broader::equals)));
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

    private void report(List<Seed> seeds, Path file) throws IOException {
        TopicModel model;
        try (var in = Files.newInputStream(file)) {
            model = TopicModel.read(in, language, stopWords);
        }
        List<Seed> heldOut = seeds.stream().filter(Seed::heldOut).toList();
        var manners = heldOut.stream().collect(Collectors.groupingBy(Seed::manner, TreeMap::new, Collectors.toList()));
        manners.forEach((manner, some) -> report(manner, some, model));
        report("all", heldOut, model);
    }

    /** On seeds that the model has not seen: each top's F1, the best topic's rightness, and how it is calibrated. */
    private void report(String name, List<Seed> seeds, TopicModel model) {
        System.out.println(language + ", " + name);
        var scores = new TreeMap<String, int[]>();
        var bins = new int[BINS][2];
        var likeliest = new int[BINS][2];
        int best = 0;
        int open = 0;
        for (Seed seed : seeds) {
            List<TopicModel.Likely> likely = model.likely(seed.tokens(), seed.place());
            var top = likely.stream()
                    .filter(topic -> hierarchy.isTop(topic.qcode()))
                    .max(Comparator.comparingDouble(TopicModel.Likely::probability))
                    .orElseThrow();
            best += seed.labels().topics().contains(top.qcode()) ? 1 : 0;
            open += seed.labels().open().contains(top.qcode()) ? 1 : 0;
            if (!seed.labels().open().contains(top.qcode())) {
                count(likeliest, top.probability(), seed.labels().topics().contains(top.qcode()));
            }
            Set<String> chosen = TopicScorer.chosen(likely, hierarchy).stream()
                    .map(TopicScorer.Scored::qcode)
                    .collect(Collectors.toSet());
            for (var topic : likely) {
                if (isUnsaid(seed.labels(), topic.qcode())) {
                    continue;
                }
                long level = hierarchy.lineage(topic.qcode()).count();
                boolean gold = seed.labels().topics().contains(topic.qcode());
                boolean found = chosen.contains(topic.qcode());
                for (String key : List.of("level " + level, level == 1 ? topic.qcode() : "deeper")) {
                    int[] score = scores.computeIfAbsent(key, _ -> new int[3]);
                    score[0] += gold && found ? 1 : 0;
                    score[1] += found ? 1 : 0;
                    score[2] += gold ? 1 : 0;
                }
                count(bins, topic.probability(), gold);
            }
        }
        scores.forEach((what, score) -> System.out.printf(
                "%-16s P %.3f R %.3f F1 %.3f (%d)%n",
                what,
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
                "best top right %.3f, open %.3f, macro-F1 of tops %.3f, of %d held out%n",
                1.0 * best / seeds.size(), 1.0 * open / seeds.size(), macro, seeds.size());
        print("said", bins);
        print("said of the likeliest", likeliest);
    }

    private static void count(int[][] bins, double probability, boolean holds) {
        int bin = Math.min(BINS - 1, (int) (probability * BINS));
        bins[bin][0] += holds ? 1 : 0;
        bins[bin][1]++;
    }

    private static void print(String name, int[][] bins) {
        for (int bin = 0; bin < BINS; bin++) {
            System.out.printf(
                    "%s %.2f: held %.2f of %d%n",
                    name, (bin + 0.5) / BINS, 1.0 * bins[bin][0] / Math.max(1, bins[bin][1]), bins[bin][1]);
        }
    }
}
