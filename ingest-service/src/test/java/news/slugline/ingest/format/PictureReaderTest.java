package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.slugline.ingest.format.picture.SamplePictures.bombChunk;
import static news.slugline.ingest.format.picture.SamplePictures.endlessExifSegment;
import static news.slugline.ingest.format.picture.SamplePictures.exifSegment;
import static news.slugline.ingest.format.picture.SamplePictures.gif;
import static news.slugline.ingest.format.picture.SamplePictures.iimSegment;
import static news.slugline.ingest.format.picture.SamplePictures.jpeg;
import static news.slugline.ingest.format.picture.SamplePictures.png;
import static news.slugline.ingest.format.picture.SamplePictures.pngOfSize;
import static news.slugline.ingest.format.picture.SamplePictures.textChunk;
import static news.slugline.ingest.format.picture.SamplePictures.tiff;
import static news.slugline.ingest.format.picture.SamplePictures.webp;
import static news.slugline.ingest.format.picture.SamplePictures.xmp;
import static news.slugline.ingest.format.picture.SamplePictures.xmpSegment;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures on their own: what IPTC Photo Metadata, EXIF and the formats' own places say, and what is built to hurt. */
class PictureReaderTest {

    private static final String WHOLE = xmp("""
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">The ferry Skua on the rocks off Skerry Point.</rdf:li></rdf:Alt></dc:description>
            <dc:creator><rdf:Seq><rdf:li>Mara Holt</rdf:li><rdf:li>Tor Hagen</rdf:li></rdf:Seq></dc:creator>
            <dc:subject><rdf:Bag><rdf:li>ferry</rdf:li><rdf:li>shipwreck</rdf:li></rdf:Bag></dc:subject>
            <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Northern News Agency</rdf:li></rdf:Alt></dc:rights>
            <photoshop:Headline>Ferry aground</photoshop:Headline><photoshop:Credit>NNA</photoshop:Credit>
            <photoshop:DateCreated>2026-03-01T07:15:00+01:00</photoshop:DateCreated>
            <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Not for sale in Norway</rdf:li></rdf:Alt></xmpRights:UsageTerms>
            <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A white ferry leans on black rocks.</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
            <Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource"><Iptc4xmpExt:Sublocation>Skerry Point</Iptc4xmpExt:Sublocation><Iptc4xmpExt:City>Port Esker</Iptc4xmpExt:City><Iptc4xmpExt:CountryName>Eskeria</Iptc4xmpExt:CountryName></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>""");

    private final Formats formats = new Formats();

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("image/jpeg", jpeg(xmpSegment(WHOLE))),
                Arguments.of("image/png", png(textChunk(WHOLE))),
                Arguments.of("image/gif", gif(WHOLE)),
                Arguments.of("image/webp", webp(WHOLE)),
                Arguments.of("image/tiff", tiff(WHOLE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void readsAllThatXmpSays(String type, byte[] bytes) {
        Article article = understood(bytes);
        Picture picture = article.getPictures().getFirst();

        assertThat(article.getHeadline()).isEqualTo("Ferry aground");
        assertThat(article.getBody()).isEqualTo("The ferry Skua on the rocks off Skerry Point.");
        assertThat(article.getAuthors()).containsExactly("Mara Holt", "Tor Hagen");
        assertThat(picture.getContentType()).contains(type);
        assertThat(picture.getCaption()).contains("The ferry Skua on the rocks off Skerry Point.");
        assertThat(picture.getHeadline()).contains("Ferry aground");
        assertThat(picture.getCredit()).contains("NNA");
        assertThat(picture.getCreator()).contains("Mara Holt; Tor Hagen");
        assertThat(picture.getDateCreated()).contains("2026-03-01T07:15:00+01:00");
        assertThat(picture.getLocated()).contains("Skerry Point, Port Esker, Eskeria");
        assertThat(picture.getKeywords()).containsExactly("ferry", "shipwreck");
        assertThat(picture.getCopyrightNotice()).contains("© Northern News Agency");
        assertThat(picture.getUsageTerms()).contains("Not for sale in Norway");
        assertThat(picture.getAltText()).contains("A white ferry leans on black rocks.");
    }

    @Test
    void readsIim() {
        Picture picture = understood(jpeg(iimSegment(
                        120, "Überflutete Straße in Neuhafen.",
                        105, "Hochwasser",
                        110, "dpx",
                        80, "Grit Voss",
                        25, "Hochwasser",
                        25, "Straße",
                        55, "20260301",
                        60, "071500+0100",
                        90, "Neuhafen",
                        101, "Deutschland",
                        116, "(c) dpx")))
                .getPictures()
                .getFirst();

        assertThat(picture.getCaption()).contains("Überflutete Straße in Neuhafen.");
        assertThat(picture.getHeadline()).contains("Hochwasser");
        assertThat(picture.getCredit()).contains("dpx");
        assertThat(picture.getCreator()).contains("Grit Voss");
        assertThat(picture.getKeywords()).containsExactly("Hochwasser", "Straße");
        assertThat(picture.getDateCreated()).contains("2026-03-01T07:15:00+01:00");
        assertThat(picture.getLocated()).contains("Neuhafen, Deutschland");
        assertThat(picture.getCopyrightNotice()).contains("(c) dpx");
    }

    @Test
    void believesXmpBeforeIimAndBothBeforeExif() {
        Picture picture = understood(
                        jpeg(
                                exifSegment("Caption of the camera", "Artist of the camera", 6),
                                iimSegment(120, "Caption in IIM", 80, "Name in IIM"),
                                xmpSegment(
                                        xmp(
                                                "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>Caption in XMP</rdf:li></rdf:Alt></dc:description>"))))
                .getPictures()
                .getFirst();

        assertThat(picture.getCaption()).contains("Caption in XMP");
        assertThat(picture.getCreator()).contains("Name in IIM");
        assertThat(understood(jpeg(exifSegment("Harbour at dusk", "Ada Brandt", 1)))
                        .getPictures()
                        .getFirst()
                        .getCreator())
                .contains("Ada Brandt");
    }

    @Test
    void saysWhatAPictureWithoutACaptionNeeds() {
        assertThat(read(jpeg()))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        problem -> assertThat(problem.reason()).isEqualTo("no-caption"));
    }

    @Test
    void refusesMorePixelsThanAnyCameraHas() {
        assertThat(read(pngOfSize(60_000, 60_000)))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        problem -> assertThat(problem.reason()).isEqualTo("too-many-pixels"));
    }

    @Test
    void doesNotInflateWhatIsTooMuch() {
        for (String type : new String[] {"zTXt", "iTXt"}) {
            byte[] bomb = bombChunk(type, 400_000_000);
            assertThat(bomb).hasSizeGreaterThan(200_000);
            // inflated, twenty of them do not fit into any heap
            byte[][] chunks = new byte[21][];
            Arrays.fill(chunks, bomb);
            chunks[20] = textChunk(WHOLE);
            assertThat(understood(png(chunks)).getHeadline()).isEqualTo("Ferry aground");
        }
    }

    @Test
    void fetchesAndExpandsNothingThatMetadataName(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String external = WHOLE.replace(
                        "<x:xmpmeta", "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><x:xmpmeta")
                .replace("Ferry aground", "&e;");
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"haha\">");
        for (int i = 1; i < 20; i++) {
            laughs.append("<!ENTITY a%d \"".formatted(i))
                    .append("&a%d;".formatted(i - 1).repeat(10))
                    .append("\">");
        }
        String billion = WHOLE.replace("<x:xmpmeta", laughs + "]><x:xmpmeta").replace("Ferry aground", "&a19;");

        for (String packet : new String[] {external, billion}) {
            Article article = understood(jpeg(xmpSegment(packet), iimSegment(120, "Caption in IIM")));
            assertThat(article.getHeadline() + article.getBody())
                    .doesNotContain("secret")
                    .doesNotContain("hahahaha");
        }
    }

    @Test
    void endsOnDirectoriesThatLeadInACircle() {
        assertThat(understood(jpeg(endlessExifSegment(), iimSegment(120, "Caption in IIM")))
                        .getBody())
                .isEqualTo("Caption in IIM");
    }

    @Test
    void takesAPictureThatBreaksOffAnywhereForWhatIsLeft() {
        byte[] whole = jpeg(iimSegment(120, "Caption in IIM"), xmpSegment(WHOLE));
        for (int length = 4; length < whole.length; length += 7) {
            assertThat(read(Arrays.copyOf(whole, length))).isNotNull();
        }
        assertThat(read("GIF89a".getBytes(UTF_8))).isInstanceOf(Reading.Unreadable.class);
    }

    private Article understood(byte[] bytes) {
        Reading reading = read(bytes);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).copy().article();
    }

    private Reading read(byte[] bytes) {
        return formats.read(new Payload(bytes, null, null), new Arrival(null, Instant.parse("2026-03-01T12:00:00Z")));
    }
}
