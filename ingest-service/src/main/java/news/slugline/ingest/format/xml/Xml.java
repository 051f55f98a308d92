package news.slugline.ingest.format.xml;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import news.slugline.ingest.format.Reading;
import news.slugline.ingest.format.TextDecoder;
import org.jsoup.nodes.Entities;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads XML 1.0 with namespaces, and nothing beyond the bytes: no external entity, document type or schema is fetched.
 *
 * <p>Entities that the document declares itself are expanded up to the platform's secure limits; beyond them, and
 * beyond the bounds on depth and attributes, the document is refused.
 */
public final class Xml {

    private static final Pattern NAMED = Pattern.compile("&([A-Za-z][A-Za-z0-9]{1,30});");
    private static final Set<String> KNOWN = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final Pattern DECLARATION = Pattern.compile("^<\\?xml\\b[^>]{0,200}\\?>");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|&#(?:0{0,6}(?:[0-8]|1[124-9]|2\\d|3[01])|[xX]0{0,6}(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));");
    private static final Pattern BARE_AMPERSAND = Pattern.compile("&(?!#?\\w{1,31};)");
    private static final int JUNK = 2_000;
    private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";

    private Xml() {}

    /**
     * The document. Junk before its first tag is passed over, characters that XML forbids are left out, HTML's named
     * characters are known, and a bare ampersand is one.
     *
     * @throws SAXException where it is not well-formed, or goes beyond the bounds; for {@link #unreadable}
     */
    public static Document read(byte[] content) throws SAXException {
        String text = withoutNamedCharacters(FORBIDDEN
                .matcher(DECLARATION
                        .matcher(fromFirstTag(TextDecoder.declaring(content)))
                        .replaceFirst(""))
                .replaceAll(""));
        try {
            return parse(text);
        } catch (SAXException e) {
            String mended = BARE_AMPERSAND.matcher(text).replaceAll("&amp;");
            if (mended.equals(text)) {
                throw e;
            }
            return parse(mended);
        }
    }

    /** The bytes of a document with this element as its root, or of the element's content alone. */
    public static String write(Node node) {
        var out = new StringWriter();
        try {
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(node), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IllegalStateException("a document that was read cannot be written", e);
        }
        return out.toString();
    }

    /** Agencies put header lines and blanks before the declaration. */
    private static String fromFirstTag(String text) {
        int tag = text.indexOf('<');
        return tag > 0 && tag < JUNK ? text.substring(tag) : text;
    }

    /** The document types that declare them lie elsewhere, so they are written as numbers. */
    private static String withoutNamedCharacters(String text) {
        if (text.contains("<!ENTITY")) {
            // it declares its own
            return text;
        }
        return NAMED.matcher(text).replaceAll(found -> {
            String character = Entities.getByName(found.group(1));
            return character.isEmpty() || KNOWN.contains(found.group(1))
                    ? Matcher.quoteReplacement(
                            KNOWN.contains(found.group(1)) ? found.group() : "&amp;" + found.group(1) + ";")
                    : "&#" + character.codePointAt(0) + ";";
        });
    }

    private static Document parse(String text) throws SAXException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            // Agencies name document types that lie on their own disks: each reads as empty.
            builder.setEntityResolver((_, _) -> new InputSource(new StringReader("")));
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the platform's XML parser lacks a feature", e);
        } catch (IOException e) {
            throw new SAXException("The text cannot be read", e);
        }
    }

    public static Reading.Unreadable unreadable(SAXException e) {
        String at = e instanceof SAXParseException parse
                ? " at line %d, column %d".formatted(parse.getLineNumber(), parse.getColumnNumber())
                : "";
        return new Reading.Unreadable(
                "not-xml",
                "The XML breaks off or is wrong" + at + ": " + e.getMessage(),
                "Mend it there; check the encoding that its first line declares.");
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute(LIMIT + "entityExpansionLimit", "1000");
        factory.setAttribute(LIMIT + "totalEntitySizeLimit", "2000000");
        factory.setAttribute(LIMIT + "maxElementDepth", "200");
        factory.setAttribute(LIMIT + "elementAttributeLimit", "500");
        return factory;
    }
}
