package news.slugline.enrich.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import news.slugline.event.Picture;

/**
 * The XMP packet that says in each rendition whose picture it is: IPTC Photo Metadata's Creator, Credit Line, Copyright
 * Notice and Rights Usage Terms.
 */
final class Rights {

    private Rights() {}

    /** The packet (ISO 16684-1), in UTF-8; empty where nothing is known of the rights. */
    static Optional<byte[]> packet(Picture picture) {
        var fields = new StringBuilder();
        picture.getCreator()
                .ifPresent(creator -> fields.append("<dc:creator><rdf:Seq>")
                        .append(items(creator))
                        .append("</rdf:Seq></dc:creator>"));
        picture.getCopyrightNotice().ifPresent(notice -> fields.append(alternatives("dc:rights", notice)));
        picture.getUsageTerms().ifPresent(terms -> fields.append(alternatives("xmpRights:UsageTerms", terms)));
        picture.getCredit()
                .ifPresent(credit -> fields.append("<photoshop:Credit>")
                        .append(escaped(credit))
                        .append("</photoshop:Credit>"));
        return fields.isEmpty() ? Optional.empty() : Optional.of(packet(fields.toString()));
    }

    private static byte[] packet(String fields) {
        return ("""
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
                xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">""" + fields + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>").getBytes(UTF_8);
    }

    private static String alternatives(String name, String text) {
        return "<" + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) + "</rdf:li></rdf:Alt></" + name
                + ">";
    }

    private static String items(String creators) {
        var items = new StringBuilder();
        for (String creator : creators.split("; ", -1)) {
            items.append("<rdf:li>").append(escaped(creator)).append("</rdf:li>");
        }
        return items.toString();
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
