package news.slugline.enrich.entity;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import news.slugline.enrich.text.Folding;
import news.slugline.enrich.text.Tokenizer;

/**
 * Trains the model of names from annotated sentences and prints how well it does on those that it has not seen.
 *
 * <p>Arguments: the folder with the reference corpora, the folder with our own sentences, the file to write.
 */
final class NameModelTrainer {

    private static final int LABELS = NameModel.LABELS;
    private static final int EPOCHS = 12;

    /** Of so many tens of our own lines, one is not taught. */
    private static final int HELD_OUT = 12;

    private static final double RATE = 0.12;
    private static final double L1 = 0.3;
    private static final double DROPPED = 0.15;
    private static final float KEPT = 0.06f;

    record Example(int[][] rows, int[] labels) {}

    private final Map<Integer, Integer> index = new HashMap<>();
    private final Random random = new Random(20_260_101);
    private float[] weights = new float[0];
    private float[] squares = new float[0];
    private final float[][] transitions = new float[LABELS + 1][LABELS];
    private final float[][] transitionSquares = new float[LABELS + 1][LABELS];

    public static void main(String[] arguments) throws IOException {
        Path corpora = Path.of(arguments[0]);
        Path own = Path.of(arguments[1]);
        var train = new ArrayList<AnnotatedText>();
        var tests = new java.util.LinkedHashMap<String, List<AnnotatedText>>();
        corpora(corpora, train, tests);
        try (var files = Files.list(own)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                var texts = AnnotatedText.own(file);
                int part = HELD_OUT;
                for (int at = 0; at < texts.size(); at++) {
                    if (at / 10 % part == part - 1) {
                        tests.computeIfAbsent(file.getFileName().toString(), _ -> new ArrayList<>())
                                .add(texts.get(at));
                    } else {
                        train.add(texts.get(at));
                        train.add(texts.get(at));
                    }
                }
            }
        }
        var features = Features.ofService();
        var model = new NameModelTrainer().train(examples(features, recased(train)), Path.of(arguments[2]));
        tests.forEach((name, texts) -> System.out.println(score(name, texts, text -> labelled(model, features, text))));
    }

    private static Set<AnnotatedText.Span> labelled(NameModel model, WordFeatures features, AnnotatedText text) {
        Passage passage = text.passage();
        return passage.size() == 0
                ? Set.of()
                : names(passage, model.labels(features.of(passage, 0, passage.size()), new double[passage.size()]));
    }

    /** The features as the service reads them. */
    static final class Features {
        static WordFeatures ofService() {
            return EntityFinder.features(new Cues(), new Gazetteer(), new NameLinker());
        }
    }

    private static void corpora(Path folder, List<AnnotatedText> train, Map<String, List<AnnotatedText>> tests)
            throws IOException {
        var cues = new Cues();
        var places = new Gazetteer();
        var rules = new AnnotatedText.Rules() {
            @Override
            public int type(String label, List<String> words, int type) {
                String text = String.join(" ", words);
                boolean country = places.find(Folding.fold(text), "en").isPresent();
                if (label.equals("gpe")) {
                    return country ? 2 : -1;
                }
                if (label.startsWith("organi") && country) {
                    return 2;
                }
                boolean name = words.getFirst().chars().anyMatch(Character::isUpperCase) || !label.endsWith("n");
                return name ? type : -1;
            }

            @Override
            public int titles(List<String> words, int type) {
                int skip = 0;
                if (type == 1 && words.getFirst().equalsIgnoreCase("the")) {
                    return 1;
                }
                while (type == 0 && skip < words.size() - 1) {
                    var tokens = Tokenizer.tokens(words.get(skip));
                    if (tokens.isEmpty()
                            || !(cues.isTitle(tokens.getFirst())
                                    || cues.is(Cue.TITLE_PREFIX, tokens.getFirst())
                                    || cues.is(Cue.DEMONYM, tokens.getFirst()))) {
                        break;
                    }
                    skip++;
                }
                return skip;
            }
        };
        split(
                AnnotatedText.table(
                        folder.resolve("gmb-ner.csv.gz"),
                        Map.of("per", 0, "org", 1, "geo", 2, "gpe", 2, "eve", 3),
                        rules),
                "gmb",
                train,
                tests);
        var tweets = new ArrayList<AnnotatedText>();
        for (String part : List.of("a", "b", "e", "f", "g", "h")) {
            tweets.addAll(
                    AnnotatedText.columns(
                                    folder.resolve("btc/" + part + ".conll"),
                                    Map.of("per", 0, "org", 1, "loc", 2),
                                    rules)
                            .stream()
                            .map(NameModelTrainer::withoutHandles)
                            .toList());
        }
        split(tweets, "btc", train, tests);
        var types = Map.of("person", 0, "organisation", 1, "location", 2);
        train.addAll(AnnotatedText.columns(folder.resolve("re3d/train.conll"), types, rules));
        tests.put("re3d", AnnotatedText.columns(folder.resolve("re3d/test.conll"), types, rules));
    }

    /** Whom a post answers is nobody that it tells of. */
    private static AnnotatedText withoutHandles(AnnotatedText text) {
        return new AnnotatedText(
                text.text(),
                text.spans().stream()
                        .filter(span -> text.text().charAt(span.start()) != '@'
                                && (span.start() == 0 || text.text().charAt(span.start() - 1) != '@'))
                        .toList());
    }

    private static void split(
            List<AnnotatedText> texts, String name, List<AnnotatedText> train, Map<String, List<AnnotatedText>> tests) {
        for (int at = 0; at < texts.size(); at++) {
            if (at / 50 % 10 == 9) {
                tests.computeIfAbsent(name, _ -> new ArrayList<>()).add(texts.get(at));
            } else {
                train.add(texts.get(at));
            }
        }
    }

    /** Some sentences once more in capitals, in title case, in small letters, as headlines and posts have them. */
    private static List<AnnotatedText> recased(List<AnnotatedText> texts) {
        var all = new ArrayList<>(texts);
        for (int at = 0; at < texts.size(); at += 4) {
            all.add(texts.get(at).recased("uutl".charAt(at / 4 % 4)));
        }
        return all;
    }

    private static List<Example> examples(WordFeatures features, List<AnnotatedText> texts) {
        return texts.stream()
                .filter(text -> !text.text().isBlank())
                .map(text -> {
                    Passage passage = text.passage();
                    return new Example(features.of(passage, 0, passage.size()), text.labels(passage));
                })
                .filter(example -> example.labels.length > 0)
                .toList();
    }

    private NameModel train(List<Example> examples, Path file) throws IOException {
        var counts = new HashMap<Integer, Integer>();
        examples.forEach(example -> Arrays.stream(example.rows)
                .forEach(row -> Arrays.stream(row).forEach(f -> counts.merge(f, 1, Integer::sum))));
        counts.forEach((feature, count) -> {
            if (count >= 3) {
                index.put(feature, index.size());
            }
        });
        System.out.printf("%d examples, %d features, %d kept%n", examples.size(), counts.size(), index.size());
        counts.clear();
        weights = new float[index.size() * LABELS];
        squares = new float[weights.length];
        var rows = new ArrayList<Example>();
        for (Example example : examples) {
            rows.add(new Example(
                    Arrays.stream(example.rows)
                            .map(row -> Arrays.stream(row)
                                    .map(f -> index.getOrDefault(f, -1))
                                    .filter(i -> i >= 0)
                                    .toArray())
                            .toArray(int[][]::new),
                    example.labels));
        }
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            java.util.Collections.shuffle(rows, random);
            double loss = 0;
            for (Example example : rows) {
                loss += step(example);
            }
            shrink();
            System.out.printf("epoch %d loss %.4f%n", epoch, loss / rows.size());
        }
        return write(file);
    }

    /** The soft threshold that makes small weights nothing. */
    private void shrink() {
        for (int at = 0; at < weights.length; at++) {
            if (weights[at] != 0) {
                float rate = (float) (RATE * L1 / Math.sqrt(squares[at] + 1e-6));
                weights[at] = Math.signum(weights[at]) * Math.max(0, Math.abs(weights[at]) - rate);
            }
        }
    }

    private double edge(int before, int label) {
        return NameModel.follows(before < 0 ? 0 : before, label)
                ? transitions[before < 0 ? LABELS : before][label]
                : Double.NEGATIVE_INFINITY;
    }

    private double step(Example example) {
        int size = example.labels.length;
        int[][] rows = new int[size][];
        var scores = new double[size][LABELS];
        for (int at = 0; at < size; at++) {
            rows[at] = Arrays.stream(example.rows[at])
                    .filter(_ -> random.nextDouble() >= DROPPED)
                    .toArray();
            for (int f : rows[at]) {
                for (int label = 0; label < LABELS; label++) {
                    scores[at][label] += weights[f * LABELS + label];
                }
            }
        }
        var forward = new double[size][LABELS];
        var backward = new double[size][LABELS];
        var terms = new double[LABELS];
        for (int at = 0; at < size; at++) {
            for (int label = 0; label < LABELS; label++) {
                if (at == 0) {
                    forward[at][label] = edge(-1, label) + scores[at][label];
                } else {
                    for (int before = 0; before < LABELS; before++) {
                        terms[before] = forward[at - 1][before] + edge(before, label);
                    }
                    forward[at][label] = NameModel.logSum(terms) + scores[at][label];
                }
            }
        }
        for (int at = size - 2; at >= 0; at--) {
            for (int label = 0; label < LABELS; label++) {
                for (int next = 0; next < LABELS; next++) {
                    terms[next] = backward[at + 1][next] + scores[at + 1][next] + edge(label, next);
                }
                backward[at][label] = NameModel.logSum(terms);
            }
        }
        double all = NameModel.logSum(forward[size - 1]);
        double gold = 0;
        for (int at = 0; at < size; at++) {
            gold += scores[at][example.labels[at]] + edge(at == 0 ? -1 : example.labels[at - 1], example.labels[at]);
            for (int label = 0; label < LABELS; label++) {
                double share = Math.exp(forward[at][label] + backward[at][label] - all);
                float gradient = (float) ((example.labels[at] == label ? 1 : 0) - share);
                if (Math.abs(gradient) > 1e-4) {
                    for (int f : rows[at]) {
                        int w = f * LABELS + label;
                        squares[w] += gradient * gradient;
                        weights[w] += (float) (RATE * gradient / Math.sqrt(squares[w] + 1e-6));
                    }
                }
                if (at == 0) {
                    update(LABELS, label, gradient);
                } else {
                    for (int before = 0; before < LABELS; before++) {
                        double pair = Math.exp(forward[at - 1][before]
                                + edge(before, label)
                                + scores[at][label]
                                + backward[at][label]
                                - all);
                        update(before, label, (float)
                                ((example.labels[at - 1] == before && example.labels[at] == label ? 1 : 0) - pair));
                    }
                }
            }
        }
        return all - gold;
    }

    private void update(int before, int label, float gradient) {
        if (Math.abs(gradient) > 1e-4) {
            transitionSquares[before][label] += gradient * gradient;
            transitions[before][label] +=
                    (float) (RATE * gradient / Math.sqrt(transitionSquares[before][label] + 1e-6));
        }
    }

    private NameModel write(Path file) throws IOException {
        float most = 0;
        for (float weight : weights) {
            most = Math.max(most, Math.abs(weight));
        }
        most = Math.min(most, 4f);
        float step = most / 127;
        var byFeature = index.entrySet().stream()
                .filter(entry -> kept(entry.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .toList();
        var features = new int[byFeature.size()];
        var packed = new byte[features.length * LABELS];
        for (int at = 0; at < features.length; at++) {
            features[at] = byFeature.get(at).getKey();
            for (int label = 0; label < LABELS; label++) {
                float weight = weights[byFeature.get(at).getValue() * LABELS + label];
                packed[at * LABELS + label] =
                        Math.abs(weight) < KEPT ? 0 : (byte) Math.clamp(Math.round(weight / step), -127, 127);
            }
        }
        try (var out =
                new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
            out.writeInt(features.length);
            out.writeFloat(step);
            for (float[] row : transitions) {
                for (float value : row) {
                    out.writeFloat(value);
                }
            }
            for (int at = 0; at < features.length; at++) {
                out.writeInt(features[at]);
                int mask = 0;
                for (int label = 0; label < LABELS; label++) {
                    mask |= packed[at * LABELS + label] != 0 ? 1 << label : 0;
                }
                out.writeShort(mask);
                for (int label = 0; label < LABELS; label++) {
                    if (packed[at * LABELS + label] != 0) {
                        out.writeByte(packed[at * LABELS + label]);
                    }
                }
            }
        }
        System.out.printf("%d features, %d bytes%n", features.length, Files.size(file));
        return new NameModel(features, packed, step, transitions);
    }

    private boolean kept(int at) {
        for (int label = 0; label < LABELS; label++) {
            if (Math.abs(weights[at * LABELS + label]) >= KEPT) {
                return true;
            }
        }
        return false;
    }

    private static String score(
            String name, List<AnnotatedText> texts, Function<AnnotatedText, Set<AnnotatedText.Span>> finder) {
        int[] right = new int[5];
        int[] found = new int[5];
        int[] expected = new int[5];
        for (AnnotatedText text : texts) {
            Passage passage = text.passage();
            Set<AnnotatedText.Span> gold = names(passage, text.labels(passage));
            gold.forEach(span -> expected[span.type()]++);
            for (AnnotatedText.Span span : finder.apply(text)) {
                found[span.type()]++;
                right[span.type()] += gold.contains(span) ? 1 : 0;
            }
        }
        for (int type = 0; type < 3; type++) {
            right[4] += right[type];
            found[4] += found[type];
            expected[4] += expected[type];
        }
        var line = new StringBuilder("%-12s".formatted(name));
        for (int type : new int[] {4, 0, 1, 2, 3}) {
            line.append(" %s P%.3f R%.3f F%.3f (%d)"
                    .formatted(
                            List.of("PER", "ORG", "LOC", "EVT", "all").get(type),
                            1.0 * right[type] / Math.max(1, found[type]),
                            1.0 * right[type] / Math.max(1, expected[type]),
                            2.0 * right[type] / Math.max(1, found[type] + expected[type]),
                            expected[type]));
        }
        return line.toString();
    }

    private static Set<AnnotatedText.Span> names(Passage passage, int[] labels) {
        var names = new HashSet<AnnotatedText.Span>();
        for (int at = 0; at < labels.length; at++) {
            if (labels[at] % 2 == 1) {
                int end = at + 1;
                while (end < labels.length && labels[end] == labels[at] + 1) {
                    end++;
                }
                names.add(new AnnotatedText.Span(
                        passage.token(at).start(), passage.token(end - 1).end(), labels[at] / 2));
            }
        }
        return names;
    }
}
