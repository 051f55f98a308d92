package news.slugline.ingest.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads copy in every format that is known, chosen by content first and by declared type second.
 *
 * <p>A pure function: the same bytes give the same reading, and nothing is thrown.
 */
public final class Formats {

    private static final int SNIFFED = 4096;

    private final NinjsReader ninjs = new NinjsReader();
    private final PlainTextReader plainText = new PlainTextReader();

    /**
     * Reads a piece of copy; what cannot be read is {@link Reading.Unreadable}, never an exception.
     *
     * @param contentType the declared media type with its parameters; null where none was
     */
    public Reading read(byte[] content, @Nullable String contentType, DeskDefaults defaults) {
        return isJson(content, contentType)
                ? ninjs.read(content, defaults)
                : plainText.read(content, contentType, defaults);
    }

    /** JSON is what says so, and what was declared as text but opens as a JSON object with a name. */
    private static boolean isJson(byte[] content, @Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.endsWith("/json") || type.endsWith("+json") || opensAsObject(content);
    }

    private static boolean opensAsObject(byte[] content) {
        String start =
                new String(content, 0, Math.min(content.length, SNIFFED), java.nio.charset.StandardCharsets.UTF_8);
        return start.replaceFirst("^\uFEFF", "").stripLeading().matches("(?s)\\{\\s*\"[\\w:@$.-]{1,40}\"\\s*:.*");
    }
}
