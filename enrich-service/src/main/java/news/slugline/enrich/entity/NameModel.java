package news.slugline.enrich.entity;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;

/**
 * A linear-chain conditional random field: labels the words of a sentence by weights that were learned, and says how sure
 * it is of each.
 *
 * <p>The file: big-endian; the number of features, the step of the weights, the transitions (from, to), then for each
 * feature in ascending order its number, a mask of its labels, and a signed byte for each of those.
 */
final class NameModel {

    /** Nothing, then the beginning and the inside of a person, an organisation, a place and an event. */
    static final int LABELS = 9;

    static final int OUTSIDE = 0;

    private final int[] features;
    private final byte[] weights;
    private final float step;
    private final float[][] transitions;

    NameModel(int[] features, byte[] weights, float step, float[][] transitions) {
        this.features = features;
        this.weights = weights;
        this.step = step;
        this.transitions = transitions;
    }

    /** The model that is part of this service. */
    static NameModel load() {
        try (var in = new DataInputStream(new BufferedInputStream(
                new GZIPInputStream(new ClassPathResource("entities/names.model.gz").getInputStream())))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NameModel read(DataInputStream in) throws IOException {
        int size = in.readInt();
        float step = in.readFloat();
        var transitions = new float[LABELS + 1][LABELS];
        for (float[] row : transitions) {
            for (int to = 0; to < LABELS; to++) {
                row[to] = in.readFloat();
            }
        }
        var features = new int[size];
        var weights = new byte[size * LABELS];
        for (int at = 0; at < size; at++) {
            features[at] = in.readInt();
            int mask = in.readShort();
            for (int label = 0; label < LABELS; label++) {
                if ((mask & 1 << label) != 0) {
                    weights[at * LABELS + label] = in.readByte();
                }
            }
        }
        return new NameModel(features, weights, step, transitions);
    }

    /** True for a label that may follow another: the inside of a name follows a part of the same. */
    static boolean follows(int before, int label) {
        boolean inside = label != OUTSIDE && label % 2 == 0;
        return !inside || before == label || before == label - 1;
    }

    /**
     * The likeliest labels of a sentence, with how sure each is.
     *
     * @param sureness filled with 0 to 1 for each word: the share of all labellings that give it this label
     */
    int[] labels(int[][] rows, double[] sureness) {
        var scores = new double[rows.length][LABELS];
        for (int at = 0; at < rows.length; at++) {
            for (int feature : rows[at]) {
                add(scores[at], feature);
            }
        }
        int[] labels = best(scores);
        double[][] shares = shares(scores);
        for (int at = 0; at < labels.length; at++) {
            sureness[at] = shares[at][labels[at]];
        }
        return labels;
    }

    private void add(double[] scores, int feature) {
        int at = Arrays.binarySearch(features, feature);
        if (at >= 0) {
            for (int label = 0; label < LABELS; label++) {
                scores[label] += weights[at * LABELS + label] * step;
            }
        }
    }

    private double edge(int before, int label) {
        return follows(before < 0 ? OUTSIDE : before, label)
                ? transitions[before < 0 ? LABELS : before][label]
                : Double.NEGATIVE_INFINITY;
    }

    private int[] best(double[][] scores) {
        int size = scores.length;
        var best = new double[size][LABELS];
        var from = new int[size][LABELS];
        for (int at = 0; at < size; at++) {
            for (int label = 0; label < LABELS; label++) {
                if (at == 0) {
                    best[at][label] = edge(-1, label) + scores[at][label];
                    continue;
                }
                double most = Double.NEGATIVE_INFINITY;
                for (int before = 0; before < LABELS; before++) {
                    double score = best[at - 1][before] + edge(before, label);
                    if (score > most) {
                        most = score;
                        from[at][label] = before;
                    }
                }
                best[at][label] = most + scores[at][label];
            }
        }
        var labels = new int[size];
        for (int at = size - 1; at >= 0; at--) {
            labels[at] = at == size - 1 ? highest(best[at]) : from[at + 1][labels[at + 1]];
        }
        return labels;
    }

    private static int highest(double[] scores) {
        int highest = 0;
        for (int label = 1; label < LABELS; label++) {
            highest = scores[label] > scores[highest] ? label : highest;
        }
        return highest;
    }

    /** Forward and backward: the share of each label at each word. */
    private double[][] shares(double[][] scores) {
        int size = scores.length;
        var forward = new double[size][LABELS];
        var backward = new double[size][LABELS];
        for (int at = 0; at < size; at++) {
            for (int label = 0; label < LABELS; label++) {
                double sum = at == 0 ? edge(-1, label) : sum(forward[at - 1], label, true);
                forward[at][label] = sum + scores[at][label];
            }
        }
        for (int at = size - 2; at >= 0; at--) {
            var next = new double[LABELS];
            for (int label = 0; label < LABELS; label++) {
                next[label] = backward[at + 1][label] + scores[at + 1][label];
            }
            for (int label = 0; label < LABELS; label++) {
                backward[at][label] = sum(next, label, false);
            }
        }
        for (int at = 0; at < size; at++) {
            var both = new double[LABELS];
            for (int label = 0; label < LABELS; label++) {
                both[label] = forward[at][label] + backward[at][label];
            }
            double all = logSum(both);
            for (int label = 0; label < LABELS; label++) {
                forward[at][label] = Math.exp(both[label] - all);
            }
        }
        return forward;
    }

    private double sum(double[] others, int label, boolean before) {
        var terms = new double[LABELS];
        for (int other = 0; other < LABELS; other++) {
            terms[other] = others[other] + (before ? edge(other, label) : edge(label, other));
        }
        return logSum(terms);
    }

    static double logSum(double[] terms) {
        double most = Arrays.stream(terms).max().orElseThrow();
        if (most == Double.NEGATIVE_INFINITY) {
            return most;
        }
        double sum = 0;
        for (double term : terms) {
            sum += Math.exp(term - most);
        }
        return most + Math.log(sum);
    }
}
