package news.slugline.enrich.step;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import news.slugline.enrich.Articles;
import news.slugline.enrich.media.FolderMediaStore;
import news.slugline.enrich.media.MediaStoreException;
import news.slugline.enrich.media.PictureFetcher;
import news.slugline.enrich.media.PictureFormat;
import news.slugline.enrich.media.Pixels;
import news.slugline.enrich.media.Renditions;
import news.slugline.event.Article;
import news.slugline.event.Lane;
import news.slugline.event.Picture;
import news.slugline.event.Rendition;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesStepTest {

    @TempDir
    private Path folder;

    private PicturesStep step;

    @BeforeEach
    void makeStep() {
        step = new PicturesStep(new Renditions(new FolderMediaStore(folder)), Optional.empty());
    }

    @Test
    void storesAPictureInFiveWidthsAndTwoFormats() throws Exception {
        var content = encoded(painted(2000, 1000, BufferedImage.TYPE_INT_RGB), "jpg");

        var stored = store(content);

        assertThat(stored.complete()).isTrue();
        var picture = stored.pictures().getFirst();
        String sha256 = picture.getSha256().orElseThrow();
        assertThat(picture.getContent()).isEmpty();
        assertThat(picture.getCaption()).contains("A crane");
        assertThat(picture.getRenditions())
                .extracting(Rendition::getName, Rendition::getWidth, Rendition::getHeight, Rendition::getHref)
                .containsExactly(
                        tuple("thumbnail", 320, 160, sha256),
                        tuple("thumbnail-webp", 320, 160, sha256),
                        tuple("small", 640, 320, sha256),
                        tuple("small-webp", 640, 320, sha256),
                        tuple("medium", 960, 480, sha256),
                        tuple("medium-webp", 960, 480, sha256),
                        tuple("large", 1280, 640, sha256),
                        tuple("large-webp", 1280, 640, sha256),
                        tuple("xlarge", 1920, 960, sha256),
                        tuple("xlarge-webp", 1920, 960, sha256),
                        tuple("original", 2000, 1000, sha256));
        assertThat(file(sha256, "original.jpg")).hasBinaryContent(content);
        assertThat(ImageIO.read(file(sha256, "small.jpg").toFile()).getWidth()).isEqualTo(640);
        assertThat(ImageIO.read(file(sha256, "small-webp.webp").toFile()).getWidth())
                .isEqualTo(640);
        assertThat(files()).hasSize(11);
    }

    private static Tuple tuple(String name, int width, int height, String sha256) {
        String extension = name.endsWith("-webp") ? ".webp" : ".jpg";
        return Tuple.tuple(name, width, height, "/media/" + sha256 + "/" + name + extension);
    }

    @Test
    void neverScalesUp() throws Exception {
        assertThat(store(encoded(painted(400, 300, BufferedImage.TYPE_INT_RGB), "jpg"))
                        .pictures()
                        .getFirst()
                        .getRenditions())
                .extracting(Rendition::getWidth)
                .containsExactly(320, 320, 400, 400, 400);
    }

    @Test
    void keepsWhatIsThere() throws Exception {
        var content = encoded(painted(500, 500, BufferedImage.TYPE_INT_RGB), "jpg");
        var first = store(content);
        Path small = file(first.pictures().getFirst().getSha256().orElseThrow(), "small.jpg");
        Files.write(small, new byte[] {42});

        assertThat(store(content)).isEqualTo(first);
        assertThat(small).hasBinaryContent(new byte[] {42});
    }

    @Test
    void keepsTransparencyAsPng() throws Exception {
        var renditions = store(encoded(painted(700, 700, BufferedImage.TYPE_INT_ARGB), "png"))
                .pictures()
                .getFirst()
                .getRenditions();

        assertThat(renditions).extracting(Rendition::getContentType).containsOnly("image/png", "image/webp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp", "tif", "png"})
    void readsOtherFormats(String format) throws Exception {
        var stored = store(encoded(painted(700, 350, BufferedImage.TYPE_INT_RGB), format));

        assertThat(stored.complete()).isTrue();
        var renditions = stored.pictures().getFirst().getRenditions();
        assertThat(renditions.get(2).getHref()).endsWith("/small.jpg");
        assertThat(renditions.getLast().getHref()).endsWith("/original." + format);
    }

    @Test
    void turnsAPictureUprightByItsExifData() throws Exception {
        var image = painted(800, 400, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, 200, 400);
        canvas.dispose();

        var picture =
                store(withOrientation(encoded(image, "jpg"), 6)).pictures().getFirst();

        var small = picture.getRenditions().get(2);
        assertThat(List.of(small.getWidth(), small.getHeight())).isEqualTo(List.of(400, 800));
        var pixels = ImageIO.read(
                file(picture.getSha256().orElseThrow(), "small.jpg").toFile());
        var top = new Color(pixels.getRGB(200, 50));
        assertThat(top.getRed()).isGreaterThan(200);
        assertThat(top.getBlue()).isLessThan(60);
    }

    @Test
    void readsWebp() throws Exception {
        var painted = painted(700, 350, BufferedImage.TYPE_INT_RGB);

        var stored = store(Pixels.encoded(painted, PictureFormat.WEBP));

        assertThat(stored.complete()).isTrue();
        assertThat(stored.pictures().getFirst().getRenditions())
                .extracting(Rendition::getName)
                .containsExactly(
                        "thumbnail", "thumbnail-webp", "small", "small-webp", "medium", "medium-webp", "original");
    }

    @Test
    void readsJpegInCmyk() throws Exception {
        var stored = store(cmyk());

        assertThat(stored.complete()).isTrue();
        String sha256 = stored.pictures().getFirst().getSha256().orElseThrow();
        var colour =
                new Color(ImageIO.read(file(sha256, "thumbnail.jpg").toFile()).getRGB(100, 100));
        assertThat(List.of(colour.getRed() > 150, colour.getGreen() < 120)).containsOnly(true);
    }

    /** Red, in the inks of print, inverted as Adobe has it: no cyan, all magenta and yellow, no black. */
    private static byte[] cmyk() throws IOException {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 640, 320, 4, null);
        for (int y = 0; y < 320; y++) {
            for (int x = 0; x < 640; x++) {
                raster.setPixel(x, y, new int[] {255, 0, 0, 255});
            }
        }
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        byte[] adobe = HexFormat.of().parseHex("ffee000e41646f626500640000000000");
        var marked = new ByteArrayOutputStream();
        marked.write(bytes.toByteArray(), 0, 2);
        marked.write(adobe);
        marked.write(bytes.toByteArray(), 2, bytes.size() - 2);
        return marked.toByteArray();
    }

    @Test
    void takesOnePictureSentTwiceForOne() throws Exception {
        var painted = painted(800, 400, BufferedImage.TYPE_INT_RGB);
        var captioned = Articles.picture("A crane", encoded(painted(400, 200, BufferedImage.TYPE_INT_RGB), "jpg"));
        var larger = Picture.newBuilder(Articles.picture("A crane", encoded(painted, "png")))
                .setCaption(null)
                .build();

        var stored = store(List.of(captioned, larger));

        assertThat(stored.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.getRenditions().getLast().getWidth()).isEqualTo(800);
            assertThat(picture.getCaption()).contains("A crane");
            assertThat(picture.getPerceptualHash().orElseThrow()).matches("[0-9a-f]{16}");
        });
    }

    @Test
    void keepsTwoPicturesThatDiffer() throws Exception {
        var one = Articles.picture("A crane", encoded(painted(800, 400, BufferedImage.TYPE_INT_RGB), "jpg"));
        var circle = new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB);
        var canvas = circle.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillOval(300, 20, 350, 350);
        canvas.dispose();
        var other = Picture.newBuilder(Articles.picture("A crane", encoded(circle, "jpg")))
                .setCaption(null)
                .build();

        assertThat(store(List.of(one, other)).pictures()).hasSize(2);
    }

    @Test
    void keepsAVeryLargeWebpAsItCameRatherThanFillTheMemory() throws Exception {
        var webp = new byte[40];
        System.arraycopy("RIFF....WEBPVP8X".getBytes(UTF_8), 0, webp, 0, 16);
        webp[25] = 16;
        webp[28] = 16;

        var stored = store(webp);

        assertThat(stored.complete()).isFalse();
        assertThat(stored.pictures().getFirst().getRenditions())
                .extracting(Rendition::getName, Rendition::getWidth)
                .containsExactly(Tuple.tuple("original", 4097));
    }

    @Test
    void thinsOutALargePictureAndStillFillsTheWidestRendition() throws Exception {
        var stored = store(encoded(painted(6000, 3000, BufferedImage.TYPE_INT_RGB), "jpg"));

        assertThat(stored.pictures().getFirst().getRenditions())
                .extracting(Rendition::getName, Rendition::getWidth)
                .contains(Tuple.tuple("xlarge", 1920), Tuple.tuple("original", 6000));
    }

    @Test
    void keepsAnAnimatedWebpAsItCame() throws Exception {
        var webp = new byte[40];
        System.arraycopy("RIFF....WEBPVP8X".getBytes(UTF_8), 0, webp, 0, 16);
        webp[20] = 2;
        webp[24] = (byte) 0x1f;
        webp[25] = 3;
        webp[27] = (byte) 0xff;

        var stored = store(webp);

        assertThat(stored.complete()).isFalse();
        assertThat(stored.pictures().getFirst().getRenditions()).singleElement().satisfies(original -> {
            assertThat(original.getName()).isEqualTo("original");
            assertThat(original.getContentType()).isEqualTo("image/webp");
            assertThat(original.getWidth()).isEqualTo(800);
            assertThat(original.getHeight()).isEqualTo(256);
        });
    }

    @Test
    void leavesOutATruncatedJpeg() throws Exception {
        var content = encoded(painted(900, 900, BufferedImage.TYPE_INT_RGB), "jpg");

        assertLeftOut(store(Arrays.copyOf(content, content.length / 2)));
    }

    @Test
    void leavesOutATruncatedPng() throws Exception {
        var content = encoded(painted(900, 900, BufferedImage.TYPE_INT_RGB), "png");

        assertLeftOut(store(Arrays.copyOf(content, content.length / 2)));
    }

    @Test
    void leavesOutAPictureThatClaimsTooManyPixelsWithoutDecodingIt() throws Exception {
        assertLeftOut(store(pngHeader(60_000, 60_000)));
    }

    @Test
    void leavesOutAText() throws Exception {
        assertLeftOut(store("Not a picture at all".getBytes(UTF_8)));
        assertLeftOut(store(new byte[0]));
    }

    @Test
    void leavesAPictureWithoutContentAsItIs() throws Exception {
        var caption = Articles.caption("Only words");

        var stored = store(List.of(caption));

        assertThat(stored.complete()).isTrue();
        assertThat(stored.pictures()).containsExactly(caption);
    }

    @Test
    void failsWhereTheStoreCannotBeWritten() throws Exception {
        step = new PicturesStep(
                new Renditions(new FolderMediaStore(Files.createFile(folder.resolve("a-file")))), Optional.empty());
        var content = encoded(painted(50, 50, BufferedImage.TYPE_INT_RGB), "jpg");

        assertThatThrownBy(() -> store(content)).isInstanceOf(MediaStoreException.class);
    }

    @Test
    void putsTheBestPictureFirst() throws Exception {
        var icon = Articles.picture("Our logo", encoded(painted(120, 40, BufferedImage.TYPE_INT_RGB), "png"));
        var other = Articles.picture("A view of the town", encoded(striped(900, 600, 90), "jpg"));
        var fitting = Articles.picture("The crane fell on Monday", encoded(striped(1400, 900, 25), "jpg"));

        var stored = store(List.of(icon, other, fitting));

        assertThat(stored.pictures())
                .extracting(picture -> picture.getCaption().orElseThrow())
                .containsExactly("The crane fell on Monday", "Our logo", "A view of the town");
    }

    @Test
    void saysInEachRenditionWhosePictureItIsAndLeavesTheOriginalAlone() throws Exception {
        var content = encoded(painted(700, 350, BufferedImage.TYPE_INT_RGB), "jpg");
        var picture = Picture.newBuilder(Articles.picture("A crane", content))
                .setCreator("Ana & Bo")
                .setCopyrightNotice("© 2026 Harbour Pictures")
                .setUsageTerms("No archive")
                .setCredit("Ana/Harbour")
                .build();

        var stored = store(List.of(picture)).pictures().getFirst();

        for (var rendition : stored.getRenditions()) {
            String path = rendition.getHref().substring("/media/".length());
            byte[] bytes =
                    Files.readAllBytes(folder.resolve(path.substring(0, 2)).resolve(path));
            if (rendition.getName().equals("original")) {
                assertThat(bytes).isEqualTo(content);
            } else {
                assertThat(new String(bytes, UTF_8))
                        .contains(
                                "<rdf:li>Ana &amp; Bo</rdf:li>",
                                "© 2026 Harbour Pictures",
                                "No archive",
                                "<photoshop:Credit>Ana/Harbour");
                assertThat(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth())
                        .isEqualTo(rendition.getWidth());
            }
        }
    }

    @Test
    void saysWhosePictureItIsInTransparentOnesToo() throws Exception {
        var content = encoded(painted(400, 350, BufferedImage.TYPE_INT_ARGB), "png");
        var picture = Picture.newBuilder(Articles.picture("A crane", content))
                .setCopyrightNotice("© Harbour")
                .build();

        for (var rendition :
                store(List.of(picture)).pictures().getFirst().getRenditions().subList(0, 2)) {
            String path = rendition.getHref().substring("/media/".length());
            byte[] bytes =
                    Files.readAllBytes(folder.resolve(path.substring(0, 2)).resolve(path));
            assertThat(new String(bytes, UTF_8)).contains("© Harbour");
            assertThat(ImageIO.read(new ByteArrayInputStream(bytes))
                            .getColorModel()
                            .hasAlpha())
                    .isTrue();
        }
    }

    @Test
    void readsOfAFetchedPictureWhatTheCopyDoesNotSay() throws Exception {
        var rights = Picture.newBuilder(Articles.picture("A crane", encoded(striped(700, 350, 30), "jpg")))
                .setCreator("Ana")
                .setCopyrightNotice("© Harbour")
                .setUsageTerms("No archive")
                .setCredit("Ana/Harbour")
                .build();
        String sha256 = store(List.of(rights)).pictures().getFirst().getSha256().orElseThrow();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] content = Files.readAllBytes(file(sha256, "small.jpg"));
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        step = new PicturesStep(
                new Renditions(new FolderMediaStore(folder)), Optional.of(new PictureFetcher(List.of("127.0.0.1/32"))));
        try {
            var fetched = store(List.of(Picture.newBuilder(Articles.caption("The copy's caption"))
                            .setCredit("The copy's credit")
                            .setHref("http://127.0.0.1:" + server.getAddress().getPort() + "/crane.jpg")
                            .build()))
                    .pictures()
                    .getFirst();

            assertThat(fetched.getRenditions()).isNotEmpty();
            assertThat(fetched.getCaption()).contains("The copy's caption");
            assertThat(fetched.getCredit()).contains("The copy's credit");
            assertThat(fetched.getCreator()).contains("Ana");
            assertThat(fetched.getCopyrightNotice()).contains("© Harbour");
            assertThat(fetched.getUsageTerms()).contains("No archive");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void readsSixteenBits() throws Exception {
        var deep = new BufferedImage(400, 200, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < 400; x++) {
            for (int y = 0; y < 200; y++) {
                deep.getRaster().setSample(x, y, 0, 40_000);
            }
        }

        var stored = store(encoded(deep, "png"));

        assertThat(stored.complete()).isTrue();
        String sha256 = stored.pictures().getFirst().getSha256().orElseThrow();
        var colour =
                new Color(ImageIO.read(file(sha256, "thumbnail.jpg").toFile()).getRGB(100, 100));
        assertThat(colour.getGreen()).isBetween(140, 175);
    }

    @Test
    void readsProgressiveJpeg() throws Exception {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(painted(700, 350, BufferedImage.TYPE_INT_RGB), null, null), param);
        } finally {
            writer.dispose();
        }

        assertThat(store(bytes.toByteArray()).complete()).isTrue();
    }

    @Test
    void showsTheFirstFrameOfAnAnimatedGifAndKeepsTheWhole() throws Exception {
        byte[] content = animated(painted(400, 200, BufferedImage.TYPE_INT_RGB), striped(400, 200, 10));

        var stored = store(content);

        assertThat(stored.complete()).isTrue();
        String sha256 = stored.pictures().getFirst().getSha256().orElseThrow();
        assertThat(file(sha256, "original.gif")).hasBinaryContent(content);
        assertThat(file(sha256, "thumbnail.jpg")).exists();
    }

    private static byte[] animated(BufferedImage... frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (var frame : frames) {
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage striped(int width, int height, int stripe) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        for (int x = 0; x < width; x += 2 * stripe) {
            canvas.fillRect(x, 0, stripe, height);
        }
        canvas.dispose();
        return image;
    }

    @Test
    void makesRenditionsAnewFromTheStoredOriginal() throws Exception {
        var first = store(encoded(painted(700, 350, BufferedImage.TYPE_INT_RGB), "jpg"))
                .pictures()
                .getFirst();

        var again = store(List.of(Picture.newBuilder(first)
                .setRenditions(List.of())
                .setFocalPoint(null)
                .build()));

        assertThat(again.pictures()).containsExactly(first);
    }

    private void assertLeftOut(Contribution.PicturesStored stored) throws IOException {
        assertThat(stored.complete()).isFalse();
        assertThat(stored.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.getCaption()).contains("A crane");
            assertThat(picture.getContent()).isEmpty();
            assertThat(picture.getRenditions()).isEmpty();
        });
        assertThat(files()).isEmpty();
    }

    private Contribution.PicturesStored store(byte[] content) throws Exception {
        return store(List.of(Articles.picture("A crane", content)));
    }

    private Contribution.PicturesStored store(List<Picture> pictures) throws Exception {
        var article = Article.newBuilder(Articles.article("Crane", "It fell."))
                .setPictures(pictures)
                .build();
        return (Contribution.PicturesStored)
                step.enrich(Articles.ingested(article, Lane.routine), Findings.none(pictures));
    }

    private Path file(String sha256, String name) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256).resolve(name);
    }

    private List<Path> files() throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    private static BufferedImage painted(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var canvas = image.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        canvas.fillOval(0, 0, width, height);
        canvas.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** With an Exif segment right after the start of the JPEG. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) throws IOException {
        var exif = new ByteArrayOutputStream();
        var data = new DataOutputStream(exif);
        data.writeShort(0xffd8);
        data.writeShort(0xffe1);
        data.writeShort(2 + 6 + 8 + 2 + 12 + 4);
        data.write("Exif\0\0MM\0*".getBytes(UTF_8));
        data.writeInt(8);
        data.writeShort(1);
        data.writeShort(0x0112);
        data.writeShort(3);
        data.writeInt(1);
        data.writeShort(orientation);
        data.writeShort(0);
        data.writeInt(0);
        data.write(jpeg, 2, jpeg.length - 2);
        return exif.toByteArray();
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        var png = new ByteArrayOutputStream();
        var data = new DataOutputStream(png);
        data.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        data.writeInt(13);
        var header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(UTF_8)).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        data.write(header.array());
        var crc = new CRC32();
        crc.update(header.array());
        data.writeInt((int) crc.getValue());
        data.writeInt(0);
        data.write("IDAT".getBytes(UTF_8));
        return png.toByteArray();
    }
}
