package news.slugline.enrich.media;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Picture;
import org.jspecify.annotations.Nullable;

/**
 * What a fetched picture says of itself (IPTC Photo Metadata Standard in XMP and IIM, and EXIF), for what the copy does not
 * say of it. XMP wins over IIM, and IIM over EXIF, as the IPTC says.
 *
 * <p>PNG and GIF are left alone: the library unpacks their compressed texts without bound. Pictures that came with the copy
 * have been read at the door.
 */
final class EmbeddedMetadata {

    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
    private static final String IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private static final int MOST_CREATORS = 20;

    private final Metadata metadata;

    private EmbeddedMetadata(Metadata metadata) {
        this.metadata = metadata;
    }

    static Picture describe(Picture picture, byte[] content) {
        return PictureFormat.of(content)
                .filter(format -> format != PictureFormat.PNG && format != PictureFormat.GIF)
                .map(_ -> new EmbeddedMetadata(read(content)).describe(picture))
                .orElse(picture);
    }

    private static Metadata read(byte[] content) {
        try {
            return ImageMetadataReader.readMetadata(new ByteArrayInputStream(content), content.length);
        } catch (ImageProcessingException | IOException | RuntimeException _) {
            // the library meets hostile offsets with all kinds of unchecked exceptions
            return new Metadata();
        }
    }

    private Picture describe(Picture picture) {
        return Picture.newBuilder(picture)
                .setCaption(orNull(picture.getCaption()
                        .or(() -> localized(DC, "description"))
                        .or(() -> iim(IptcDirectory.TAG_CAPTION))))
                .setCredit(orNull(picture.getCredit()
                        .or(() -> text(PHOTOSHOP, "Credit"))
                        .or(() -> iim(IptcDirectory.TAG_CREDIT))))
                .setCreator(orNull(picture.getCreator()
                        .or(this::creators)
                        .or(() -> iim(IptcDirectory.TAG_BY_LINE))
                        .or(() -> exif(ExifIFD0Directory.TAG_ARTIST))))
                .setCopyrightNotice(orNull(picture.getCopyrightNotice()
                        .or(() -> localized(DC, "rights"))
                        .or(() -> iim(IptcDirectory.TAG_COPYRIGHT_NOTICE))
                        .or(() -> exif(ExifIFD0Directory.TAG_COPYRIGHT))))
                .setUsageTerms(orNull(picture.getUsageTerms().or(() -> localized(RIGHTS, "UsageTerms"))))
                .setAltText(orNull(picture.getAltText().or(() -> localized(IPTC_CORE, "AltTextAccessibility"))))
                .setDateCreated(orNull(picture.getDateCreated().or(() -> text(PHOTOSHOP, "DateCreated"))))
                .setLocated(orNull(picture.getLocated().or(this::located)))
                .build();
    }

    private Optional<String> located() {
        return joined(
                Stream.of(text(IPTC_CORE, "Location"), text(PHOTOSHOP, "City"), text(PHOTOSHOP, "Country")), ", ");
    }

    private Optional<String> creators() {
        return packets()
                .map(EmbeddedMetadata::creators)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .flatMap(names -> joined(names.stream().map(EmbeddedMetadata::clean), "; "));
    }

    private static List<String> creators(XMPMeta packet) {
        var names = new ArrayList<String>();
        try {
            int count = Math.min(packet.countArrayItems(DC, "creator"), MOST_CREATORS);
            for (int i = 1; i <= count; i++) {
                names.add(packet.getArrayItem(DC, "creator", i).getValue());
            }
        } catch (XMPException _) {
            return List.of();
        }
        return names;
    }

    private Optional<String> localized(String namespace, String name) {
        return first(packet -> packet.getLocalizedText(namespace, name, "", "x-default"))
                .or(() -> text(namespace, name));
    }

    private Optional<String> text(String namespace, String name) {
        return first(packet -> packet.getProperty(namespace, name));
    }

    private interface Property {

        @Nullable
        XMPProperty of(XMPMeta packet) throws XMPException;
    }

    private Optional<String> first(Property property) {
        return packets()
                .flatMap(packet -> {
                    try {
                        return Stream.ofNullable(property.of(packet));
                    } catch (XMPException _) {
                        return Stream.empty();
                    }
                })
                .flatMap(found -> clean(found.getValue()).stream())
                .findFirst();
    }

    private Stream<XMPMeta> packets() {
        return metadata.getDirectoriesOfType(XmpDirectory.class).stream().map(XmpDirectory::getXMPMeta);
    }

    private Optional<String> iim(int tag) {
        return tag(IptcDirectory.class, tag);
    }

    private Optional<String> exif(int tag) {
        return tag(ExifIFD0Directory.class, tag);
    }

    private Optional<String> tag(Class<? extends Directory> type, int tag) {
        return metadata.getDirectoriesOfType(type).stream()
                .flatMap(directory -> clean(directory.getString(tag)).stream())
                .findFirst();
    }

    private static Optional<String> joined(Stream<Optional<String>> parts, String separator) {
        return Optional.of(
                        String.join(separator, parts.flatMap(Optional::stream).toList()))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> clean(@Nullable String value) {
        return Optional.ofNullable(value)
                .map(text -> text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").strip())
                .filter(text -> !text.isEmpty());
    }

    private static @Nullable String orNull(Optional<String> value) {
        return value.orElse(null);
    }
}
