package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of copy as bytes, and what was said of them.
 *
 * @param contentType the declared media type with its parameters; null where none was
 * @param fileName null where none is known
 */
public record Payload(
        byte[] content,
        @Nullable String contentType,
        @Nullable String fileName) {

    private static final int SNIFFED = 8192;
    /** What may stand before the root element: declaration, comments, processing instructions, document type. */
    private static final Pattern PROLOG = Pattern.compile(
            "\\A(?:\\s++|<\\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->|<!DOCTYPE[^>\\[]*+(?:\\[[^\\]]*+\\]\\s*+)?>)++",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DOCUMENT_TYPE = Pattern.compile("<!DOCTYPE\\s+([A-Za-z_][\\w.-]*+)");
    private static final Pattern ROOT = Pattern.compile("\\A<(?:[\\w.-]++:)?([A-Za-z_][\\w.-]*+)[\\s/>]");

    /** The declared media type, lower case and without parameters; empty where none was declared. */
    public String mediaType() {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The first 8 KB for telling formats apart, without byte order mark and leading white space. */
    public String head() {
        return start().replaceFirst("^\\uFEFF", "").stripLeading();
    }

    /** The local name of the XML root element, or of an HTML page's first one; empty where the bytes open with none. */
    public String rootElement() {
        String head = PROLOG.matcher(head()).replaceFirst("");
        var root = ROOT.matcher(head);
        if (root.find()) {
            return root.group(1);
        }
        // a document type may be longer than what is looked at: it names the root too
        var named = DOCUMENT_TYPE.matcher(head());
        return named.find() ? named.group(1) : "";
    }

    /** Whether the first bytes are these. */
    public boolean startsWith(int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private String start() {
        int length = Math.min(content.length, SNIFFED);
        if (startsWith(0xFF, 0xFE)) {
            return new String(content, 0, length, java.nio.charset.StandardCharsets.UTF_16LE);
        }
        return startsWith(0xFE, 0xFF)
                ? new String(content, 0, length, java.nio.charset.StandardCharsets.UTF_16BE)
                : new String(content, 0, length, UTF_8);
    }
}
