package news.slugline.ingest.format.picture;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Picture;
import org.jspecify.annotations.Nullable;

/**
 * What a picture says of itself: IPTC Photo Metadata Standard 2023 in XMP and IIM 4, and EXIF 2.32.
 *
 * <p>XMP wins over IIM, property by property, as the IPTC says, and both win over EXIF. The IIM digest is not looked at:
 * software that rewrites the IIM and leaves old XMP behind is rarer than software that gets the digest wrong.
 */
public final class PictureMetadata {

    private final Xmp xmp;
    private final Optional<IptcDirectory> iim;
    private final Exif exif;
    private final Metadata metadata;

    private PictureMetadata(Metadata metadata) {
        this.metadata = metadata;
        this.xmp = Xmp.of(metadata);
        this.iim = Optional.ofNullable(metadata.getFirstDirectoryOfType(IptcDirectory.class));
        this.exif = Exif.of(metadata);
    }

    /** Reads the metadata; a broken picture has what stands before the break, or nothing. */
    public static PictureMetadata of(byte[] picture) {
        try {
            byte[] bounded = PngChunks.isPng(picture) ? PngChunks.bounded(picture) : picture;
            return new PictureMetadata(
                    ImageMetadataReader.readMetadata(new ByteArrayInputStream(bounded), bounded.length));
        } catch (ImageProcessingException | IOException | RuntimeException _) {
            // the library meets hostile offsets with all kinds of unchecked exceptions
            return new PictureMetadata(new Metadata());
        }
    }

    /** Width times height as the header has it; 0 where it has none. */
    public long pixels() {
        return Stream.of(
                        pixels(JpegDirectory.class, JpegDirectory.TAG_IMAGE_WIDTH, JpegDirectory.TAG_IMAGE_HEIGHT),
                        pixels(PngDirectory.class, PngDirectory.TAG_IMAGE_WIDTH, PngDirectory.TAG_IMAGE_HEIGHT),
                        pixels(
                                GifHeaderDirectory.class,
                                GifHeaderDirectory.TAG_IMAGE_WIDTH,
                                GifHeaderDirectory.TAG_IMAGE_HEIGHT),
                        pixels(WebpDirectory.class, WebpDirectory.TAG_IMAGE_WIDTH, WebpDirectory.TAG_IMAGE_HEIGHT),
                        pixels(
                                ExifIFD0Directory.class,
                                ExifIFD0Directory.TAG_IMAGE_WIDTH,
                                ExifIFD0Directory.TAG_IMAGE_HEIGHT))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** Fills in all that the picture says of itself. */
    public Picture.Builder describe(Picture.Builder picture) {
        return picture.setCaption(orNull(xmp.localized(Xmp.DC, "description")
                        .or(() -> iim(IptcDirectory.TAG_CAPTION))
                        .or(exif::description)))
                .setHeadline(orNull(xmp.text(Xmp.PHOTOSHOP, "Headline").or(() -> iim(IptcDirectory.TAG_HEADLINE))))
                .setCredit(orNull(xmp.text(Xmp.PHOTOSHOP, "Credit").or(() -> iim(IptcDirectory.TAG_CREDIT))))
                .setCreator(orNull(joined(xmp.list(Xmp.DC, "creator"))
                        .or(() -> joined(iimList(IptcDirectory.TAG_BY_LINE)))
                        .or(exif::artist)))
                .setDateCreated(orNull(
                        xmp.text(Xmp.PHOTOSHOP, "DateCreated").or(this::iimDate).or(exif::date)))
                .setLocated(orNull(xmp.located().or(this::iimPlace)))
                .setKeywords(
                        xmp.list(Xmp.DC, "subject").isEmpty()
                                ? iimList(IptcDirectory.TAG_KEYWORDS)
                                : xmp.list(Xmp.DC, "subject"))
                .setCopyrightNotice(orNull(xmp.localized(Xmp.DC, "rights")
                        .or(() -> iim(IptcDirectory.TAG_COPYRIGHT_NOTICE))
                        .or(exif::copyright)))
                .setUsageTerms(orNull(xmp.localized(Xmp.RIGHTS, "UsageTerms")))
                .setAltText(orNull(xmp.localized(Xmp.IPTC_CORE, "AltTextAccessibility")));
    }

    /** IPTC "Title" or IIM object name: a short reference, not a headline. */
    public Optional<String> title() {
        return xmp.localized(Xmp.DC, "title").or(() -> iim(IptcDirectory.TAG_OBJECT_NAME));
    }

    private Optional<String> iim(int tag) {
        return iim.map(directory -> directory.getString(tag)).flatMap(PictureMetadata::text);
    }

    private List<String> iimList(int tag) {
        return iim.map(directory -> directory.getStringArray(tag)).stream()
                .flatMap(Arrays::stream)
                .flatMap(value -> text(value).stream())
                .toList();
    }

    /** {@code CCYYMMDD} and {@code HHMMSS±HHMM} as ISO 8601. */
    private Optional<String> iimDate() {
        return iim(IptcDirectory.TAG_DATE_CREATED)
                .filter(date -> date.matches("\\d{8}"))
                .map(date -> date.replaceFirst("(\\d{4})(\\d{2})(\\d{2})", "$1-$2-$3")
                        + iim(IptcDirectory.TAG_TIME_CREATED)
                                .filter(time -> time.matches("\\d{6}(?:[+-]\\d{4})?"))
                                .map(time -> time.replaceFirst(
                                                "(\\d{2})(\\d{2})(\\d{2})(?:([+-]\\d{2})(\\d{2}))?", "T$1:$2:$3$4:$5")
                                        .replaceFirst(":$", ""))
                                .orElse(""));
    }

    private Optional<String> iimPlace() {
        return joined(
                Stream.of(
                                IptcDirectory.TAG_SUB_LOCATION,
                                IptcDirectory.TAG_CITY,
                                IptcDirectory.TAG_PROVINCE_OR_STATE,
                                IptcDirectory.TAG_COUNTRY_OR_PRIMARY_LOCATION_NAME)
                        .flatMap(tag -> iim(tag).stream())
                        .toList(),
                ", ");
    }

    private long pixels(Class<? extends Directory> type, int width, int height) {
        return metadata.getDirectoriesOfType(type).stream()
                .mapToLong(directory -> {
                    Integer w = directory.getInteger(width);
                    Integer h = directory.getInteger(height);
                    return w == null || h == null ? 0 : (long) w * h;
                })
                .max()
                .orElse(0);
    }

    private static Optional<String> joined(List<String> values) {
        return joined(values, "; ");
    }

    private static Optional<String> joined(List<String> values, String separator) {
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(separator, values));
    }

    static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(text -> text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").strip())
                .filter(text -> !text.isEmpty());
    }

    private static @Nullable String orNull(Optional<String> value) {
        return value.orElse(null);
    }
}
