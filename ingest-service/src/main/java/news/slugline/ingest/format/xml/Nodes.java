package news.slugline.ingest.format.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Finds elements by their local names, whatever their namespace: agencies leave it out, or write an old one. */
public final class Nodes {

    private Nodes() {}

    /** The child elements; of these names where any are given. */
    public static List<Element> children(Element parent, String... names) {
        Set<String> wanted = Set.of(names);
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (wanted.isEmpty() || wanted.contains(name(element)))) {
                found.add(element);
            }
        }
        return found;
    }

    /** All elements below, in document order, of these names. */
    public static Stream<Element> all(Element root, String... names) {
        Set<String> wanted = Set.of(names);
        return children(root).stream()
                .flatMap(child -> Stream.concat(
                        wanted.contains(name(child)) ? Stream.of(child) : Stream.empty(), all(child, names)));
    }

    /** The first element below of this name. */
    public static Optional<Element> first(Element root, String name) {
        return all(root, name).findFirst();
    }

    /** The first element below on this path of children. */
    public static Optional<Element> at(Element root, String... path) {
        Optional<Element> found = Optional.of(root);
        for (String name : path) {
            found = found.flatMap(element -> children(element, name).stream().findFirst());
        }
        return found;
    }

    /** The text of the first element below of these names that has any. */
    public static Optional<String> text(Element root, String... names) {
        return Stream.of(names)
                .flatMap(name -> all(root, name))
                .map(Nodes::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The whole text of an element with single spaces. */
    public static String text(Element element) {
        return element.getTextContent().replaceAll("\\s+", " ").strip();
    }

    /** The first of these attributes that is there and not empty. */
    public static Optional<String> attribute(Element element, String... names) {
        return Stream.of(names)
                .map(name -> element.getAttribute(name).strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The local name. */
    public static String name(Node node) {
        return node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
    }
}
