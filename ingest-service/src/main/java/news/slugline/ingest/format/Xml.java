package news.slugline.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
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
final class Xml {

    private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";

    private Xml() {}

    /**
     * The document.
     *
     * @throws SAXException where it is not well-formed, or goes beyond the bounds; for {@link #unreadable}
     */
    static Document read(byte[] content) throws SAXException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            // Agencies name document types that lie on their own disks: each reads as empty.
            builder.setEntityResolver((_, _) -> new InputSource(new StringReader("")));
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(new ByteArrayInputStream(content));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the platform's XML parser lacks a feature", e);
        } catch (IOException e) {
            throw new SAXException("The bytes are not in the encoding that the document declares", e);
        }
    }

    static Reading.Unreadable unreadable(SAXException e) {
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
