package news.slugline.enrich.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;

/**
 * What English words are about, as points that lie close where words are used alike; a text lies where its words do on
 * average.
 *
 * <p>The file: big-endian; the number of words and of dimensions, then each word (length, ASCII letters), its step, and a
 * half byte for each dimension, 8 being nothing.
 */
public final class WordVectors {

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final int NOTHING = 8;
    private static final int HALF_BYTE = 15;

    private final Map<String, float[]> vectors = new HashMap<>();
    private final int size;

    /** Reads the vectors that are part of this service. */
    public WordVectors() {
        try (var in = new DataInputStream(new BufferedInputStream(
                new GZIPInputStream(new ClassPathResource("text/vectors.gz").getInputStream())))) {
            int words = in.readInt();
            size = in.readInt();
            for (int at = 0; at < words; at++) {
                String word = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
                float step = in.readFloat();
                byte[] halves = in.readNBytes(size / 2);
                var vector = new float[size];
                for (int i = 0; i < halves.length; i++) {
                    vector[2 * i] = ((halves[i] >> 4 & HALF_BYTE) - NOTHING) * step;
                    vector[2 * i + 1] = ((halves[i] & HALF_BYTE) - NOTHING) * step;
                }
                vectors.put(word, vector);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dimensions. */
    public int size() {
        return size;
    }

    /** Where a text lies, at distance 1 from nowhere; all zero where none of its words is known. */
    public float[] of(List<Token> tokens) {
        var mean = new float[size];
        for (Token token : tokens) {
            add(token.key(), mean);
        }
        return unit(mean);
    }

    /** Adds a folded word, or the words that hyphens join in it. */
    public void add(String key, float[] sum) {
        float[] vector = vectors.get(key);
        if (vector != null) {
            for (int i = 0; i < size; i++) {
                sum[i] += vector[i];
            }
        } else if (NO_LETTERS.matcher(key).find()) {
            NO_LETTERS.splitAsStream(key).filter(vectors::containsKey).forEach(part -> add(part, sum));
        }
    }

    /** The vector at distance 1 from nowhere. */
    public static float[] unit(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        if (square > 0) {
            float length = (float) Math.sqrt(square);
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
        }
        return vector;
    }
}
