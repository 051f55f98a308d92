package news.slugline.publish.channel;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import news.slugline.publish.story.LegalText;

/** Writes XML whose every text and attribute is legal, whatever the copy contained. */
final class LegalXml {

    /** The namespaces of RSS extensions; the names are the usual prefixes. */
    enum Prefix {
        atom("http://www.w3.org/2005/Atom"),
        content("http://purl.org/rss/1.0/modules/content/"),
        dc("http://purl.org/dc/elements/1.1/"),
        media("http://search.yahoo.com/mrss/");

        private final String namespace;

        Prefix(String namespace) {
            this.namespace = namespace;
        }
    }

    private final XMLStreamWriter writer;

    LegalXml(XMLStreamWriter writer) {
        this.writer = writer;
    }

    void startDocument() throws XMLStreamException {
        writer.writeStartDocument("UTF-8", "1.0");
    }

    void endDocument() throws XMLStreamException {
        writer.writeEndDocument();
        writer.close();
    }

    void namespace(Prefix prefix) throws XMLStreamException {
        writer.writeNamespace(prefix.name(), prefix.namespace);
    }

    void start(String name) throws XMLStreamException {
        writer.writeStartElement(name);
    }

    void start(Prefix prefix, String name) throws XMLStreamException {
        writer.writeStartElement(prefix.name(), name, prefix.namespace);
    }

    void attribute(String name, String value) throws XMLStreamException {
        writer.writeAttribute(name, LegalText.of(value));
    }

    void text(String value) throws XMLStreamException {
        writer.writeCharacters(LegalText.of(value));
    }

    void element(String name, String value) throws XMLStreamException {
        start(name);
        text(value);
        end();
    }

    void element(Prefix prefix, String name, String value) throws XMLStreamException {
        start(prefix, name);
        text(value);
        end();
    }

    void end() throws XMLStreamException {
        writer.writeEndElement();
    }
}
