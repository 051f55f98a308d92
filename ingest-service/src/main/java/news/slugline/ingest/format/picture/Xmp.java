package news.slugline.ingest.format.picture;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.metadata.Metadata;
import com.drew.metadata.xmp.XmpDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What XMP (ISO 16684-1) says of a picture. A picture may carry several packets: the first that says a thing counts. */
record Xmp(List<XMPMeta> packets) {

    static final String DC = "http://purl.org/dc/elements/1.1/";
    static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    static final String IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    static final String IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
    private static final int MOST_ITEMS = 500;

    static Xmp of(Metadata metadata) {
        return new Xmp(metadata.getDirectoriesOfType(XmpDirectory.class).stream()
                .map(XmpDirectory::getXMPMeta)
                .toList());
    }

    Optional<String> text(String namespace, String name) {
        return first(packet -> packet.getProperty(namespace, name)).flatMap(PictureMetadata::text);
    }

    /** The default of a language alternative. */
    Optional<String> localized(String namespace, String name) {
        return first(packet -> packet.getLocalizedText(namespace, name, "", "x-default"))
                .or(() -> first(packet -> packet.getProperty(namespace, name)))
                .flatMap(PictureMetadata::text);
    }

    List<String> list(String namespace, String name) {
        return packets.stream()
                .map(packet -> items(packet, namespace, name))
                .filter(items -> !items.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Where it was made, else what it shows, else the older single fields. */
    Optional<String> located() {
        return place("LocationCreated")
                .or(() -> place("LocationShown"))
                .or(() -> joined(Stream.of(
                        text(IPTC_CORE, "Location"),
                        text(PHOTOSHOP, "City"),
                        text(PHOTOSHOP, "State"),
                        text(PHOTOSHOP, "Country"))));
    }

    private Optional<String> place(String name) {
        String first = "Iptc4xmpExt:" + name + "[1]/Iptc4xmpExt:";
        return joined(Stream.of("Sublocation", "City", "ProvinceState", "CountryName")
                .map(part -> text(IPTC_EXTENSION, first + part)));
    }

    private static Optional<String> joined(Stream<Optional<String>> parts) {
        return Optional.of(String.join(", ", parts.flatMap(Optional::stream).toList()))
                .filter(place -> !place.isEmpty());
    }

    private static List<String> items(XMPMeta packet, String namespace, String name) {
        var items = new ArrayList<String>();
        try {
            int count = Math.min(packet.countArrayItems(namespace, name), MOST_ITEMS);
            for (int i = 1; i <= count; i++) {
                PictureMetadata.text(packet.getArrayItem(namespace, name, i).getValue())
                        .ifPresent(items::add);
            }
        } catch (XMPException _) {
            // not a list: some software writes plain text
            return new Xmp(List.of(packet)).text(namespace, name).stream().toList();
        }
        return items;
    }

    private Optional<String> first(Property property) {
        return packets.stream()
                .flatMap(packet -> {
                    try {
                        return Stream.ofNullable(property.of(packet));
                    } catch (XMPException _) {
                        return Stream.empty();
                    }
                })
                .map(XMPProperty::getValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    /** How a packet is asked. */
    private interface Property {

        @Nullable
        XMPProperty of(XMPMeta packet) throws XMPException;
    }
}
