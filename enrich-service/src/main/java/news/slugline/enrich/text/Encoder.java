package news.slugline.enrich.text;

import dev.langchain4j.model.embedding.onnx.e5smallv2q.E5SmallV2QuantizedEmbeddingModel;

/**
 * Where an English text lies among texts, so that those of the same matter lie close: E5 small v2 (Wang and others, 2022),
 * which runs on one core without the network.
 *
 * <p>Looks at the beginning only: news says at once what it is about, and each word costs time.
 */
public final class Encoder {

    /** Dimensions. */
    public static final int SIZE = 384;

    private static final int MOST_CHARACTERS = 640;
    private static final String QUERY = "query: ";

    private final E5SmallV2QuantizedEmbeddingModel model = new E5SmallV2QuantizedEmbeddingModel(Runnable::run);

    /** A point at distance 1 from nowhere. May be asked by several threads. */
    public float[] of(String text) {
        String words = text.replaceAll("\\s+", " ").strip();
        int end = words.length() <= MOST_CHARACTERS ? words.length() : words.lastIndexOf(' ', MOST_CHARACTERS);
        String beginning = words.substring(0, end < 0 ? MOST_CHARACTERS : end);
        return beginning.isEmpty()
                ? new float[SIZE]
                : model.embed(QUERY + beginning).content().vector();
    }
}
