package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MultipartReaderTest {

    private static final Arrival ARRIVAL = new Arrival(null, Instant.parse("2026-03-01T12:00:00Z"));
    private static final String STORY = "Harbour crane topples\n\nA crane fell into the harbour, the port said.\n";

    private final Formats formats = new Formats();

    @Test
    void bindsEachCaptionToThePictureBeforeIt() throws IOException {
        var article = understood(form(
                        part("copy", "story.txt", "text/plain", STORY.getBytes(UTF_8)),
                        part("picture", "a.png", "image/png", png(1)),
                        part("caption", null, null, "The crane".getBytes(UTF_8)),
                        part("credit", null, null, "Ada Ruiz".getBytes(UTF_8)),
                        part("picture", "b.png", "application/octet-stream", png(2))))
                .article();

        assertThat(article.getHeadline()).isEqualTo("Harbour crane topples");
        assertThat(article.getPictures()).hasSize(2);
        assertThat(article.getPictures().getFirst().getCaption()).contains("The crane");
        assertThat(article.getPictures().getFirst().getCredit()).contains("Ada Ruiz");
        assertThat(article.getPictures().getLast().getCaption()).isEmpty();
        assertThat(article.getPictures().getLast().getContentType()).contains("image/png");
    }

    @Test
    void putsEditsInThePlaceOfWhatWasUnderstood() throws IOException {
        var copy = understood(form(
                part("copy", "story.txt", "text/plain", STORY.getBytes(UTF_8)),
                part("edits", "e.json", "application/json", """
                        {"headline":"Crane falls","urgency":1,"keywords":["port"],"notice":"correction",
                         "embargoedUntil":"2030-01-01T00:00:00+01:00"}""".getBytes(UTF_8))));

        assertThat(copy.article().getHeadline()).isEqualTo("Crane falls");
        assertThat(copy.article().getBody()).isEqualTo("A crane fell into the harbour, the port said.");
        assertThat(copy.article().getUrgency()).isEqualTo(1);
        assertThat(copy.article().getKeywords()).containsExactly("port");
        assertThat(copy.article().getEmbargoedUntil()).contains(Instant.parse("2029-12-31T23:00:00Z"));
        assertThat(copy.notice().order()).isEqualTo(Notice.Order.CORRECTION);
    }

    @Test
    void refusesAnEditedEmbargoThatItCannotRead() throws IOException {
        assertThat(read(form(
                        part("copy", null, "text/plain", STORY.getBytes(UTF_8)),
                        part("edits", null, "application/json", "{\"embargoedUntil\":\"soon\"}".getBytes(UTF_8)))))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        problem -> assertThat(problem.reason()).isEqualTo("embargo-not-understood"));
    }

    @Test
    void takesABatchApart() throws IOException {
        var batch = new Payload(
                form(
                                part(null, "a.txt", "text/plain", STORY.getBytes(UTF_8)),
                                part(null, "b.json", "application/json", "{\"headline\":\"B\"}".getBytes(UTF_8)))
                        .content(),
                "multipart/mixed; boundary=frontier",
                null);

        assertThat(formats.pieces(batch)).extracting(Payload::fileName).containsExactly("a.txt", "b.json");
    }

    @Test
    void refusesWhatHasNoParts() {
        assertThat(read(new Payload(STORY.getBytes(UTF_8), "multipart/form-data; boundary=none", null)))
                .isInstanceOf(Reading.Unreadable.class);
        assertThat(read(new Payload(STORY.getBytes(UTF_8), "multipart/form-data", null)))
                .isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void stopsAtABombOfParts() throws IOException {
        byte[][] parts = new byte[5_000][];
        java.util.Arrays.setAll(parts, i -> part("copy", null, "text/plain", "x".getBytes(UTF_8)));
        assertThat(read(form(parts))).isInstanceOf(Reading.Unreadable.class);

        var nested = new StringBuilder("x");
        for (int i = 0; i < 1_000; i++) {
            nested.insert(0, "--b" + i + "\r\nContent-Type: multipart/mixed; boundary=b" + (i - 1) + "\r\n\r\n");
        }
        assertThat(read(new Payload(nested.toString().getBytes(UTF_8), "multipart/form-data; boundary=b999", null)))
                .isInstanceOf(Reading.Unreadable.class);
    }

    private UnderstoodCopy understood(Payload payload) {
        return ((Reading.Understood) read(payload)).copy();
    }

    private Reading read(Payload payload) {
        return formats.read(payload, ARRIVAL);
    }

    private static Payload form(byte[]... parts) throws IOException {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.write("--frontier\r\n".getBytes(UTF_8));
            out.write(part);
            out.write("\r\n".getBytes(UTF_8));
        }
        out.write("--frontier--\r\n".getBytes(UTF_8));
        return new Payload(out.toByteArray(), "multipart/form-data; boundary=frontier", null);
    }

    private static byte[] part(String name, String fileName, String type, byte[] content) {
        var out = new ByteArrayOutputStream();
        String header = "Content-Disposition: form-data"
                + (name == null ? "" : "; name=\"" + name + "\"")
                + (fileName == null ? "" : "; filename=\"" + fileName + "\"")
                + "\r\n"
                + (type == null ? "" : "Content-Type: " + type + "\r\n")
                + "\r\n";
        out.writeBytes(header.getBytes(UTF_8));
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] png(int width) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, 1, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}
