package news.slugline.publish.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Picture;
import news.slugline.event.Rendition;

/**
 * The SHA-256 of what a reader sees of a story: the article's content and the visible part of its enrichment.
 *
 * <p>Confidences, mentions, steps, versions and clocks stay out: a change of those alone notifies nobody.
 */
public final class VisibleHash {

    private VisibleHash() {}

    public static String of(ArticleEnriched enriched) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(enriched, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.hex(bytes.toByteArray());
    }

    private static void write(ArticleEnriched enriched, DataOutputStream out) throws IOException {
        write(enriched.getArticle().getContentHash(), out);
        write(Story.languageOf(enriched).map(Object::toString).orElse(""), out);
        var enrichment = enriched.getEnrichment();
        out.writeInt(enrichment.getEntities().size());
        for (var entity : enrichment.getEntities()) {
            write(entity.getId(), out);
            write(entity.getType().name(), out);
            write(entity.getName(), out);
        }
        out.writeInt(enrichment.getTags().size());
        for (var tag : enrichment.getTags()) {
            write(tag.getQcode(), out);
            write(tag.getName(), out);
        }
        if (enrichment.getSummary().isPresent()) {
            write(enrichment.getSummary().get(), out);
        }
        for (var picture : enriched.getArticle().getPictures()) {
            write(picture, out);
        }
    }

    private static void write(Picture picture, DataOutputStream out) throws IOException {
        out.writeInt(picture.getRenditions().size());
        for (Rendition rendition : picture.getRenditions()) {
            write(rendition.getName(), out);
            write(rendition.getHref(), out);
            write(rendition.getContentType(), out);
            out.writeInt(rendition.getWidth());
            out.writeInt(rendition.getHeight());
            out.writeLong(rendition.getSizeInBytes());
        }
    }

    /** Each value is preceded by its length, so that no two sequences of values look alike. */
    private static void write(String value, DataOutputStream out) throws IOException {
        byte[] bytes = value.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
