package news.slugline.ingest.format;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text: a byte order mark wins, then the declared charset, then what the bytes themselves look like.
 *
 * <p>A declared charset under which the bytes are malformed is not believed. Never throws.
 */
public final class TextDecoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s;\"]+)");
    private static final Pattern ENCODING =
            Pattern.compile("<\\?xml\\b[^>]{0,200}\\bencoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");
    private static final int LONGEST_DECLARATION = 2_400;
    private static final String LINE_ENDS = "\n\u000B\u000C\u0085\u2028\u2029";
    private static final String SPACES = "\t\u00A0\u2007\u202F";
    private static final String INVISIBLE = "\u00AD\u200B\uFEFF\u2060\u200E\u200F";

    private TextDecoder() {}

    /** The text, with line ends as {@code \n} and without invisible characters. */
    static String decode(byte[] bytes, @Nullable String contentType) {
        return clean(raw(bytes, contentType));
    }

    /**
     * The text of an XML document, by its mark or by the encoding that its first line declares. Agencies declare one
     * single-byte encoding and write another, or UTF-8: bytes that are UTF-8 are read so, whatever is declared.
     */
    public static String declaring(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
        boolean isWide = startsWith(bytes, 0, '<') || startsWith(bytes, '<', 0);
        if (isWide) {
            return new String(bytes, bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        Matcher encoding = ENCODING.matcher(head);
        String declared = encoding.find() ? encoding.group(1) : "utf-8";
        boolean isEscaped = declared.toLowerCase(Locale.ROOT).startsWith("iso-2022");
        return raw(
                bytes, isEscaped || strictly(bytes, StandardCharsets.UTF_8).isEmpty() ? "charset=" + declared : null);
    }

    /** The text with its control characters, for formats that are framed by them; line ends as {@code \n}. */
    static String framed(byte[] bytes, @Nullable String contentType) {
        return raw(bytes, contentType).replace("\r\n", "\n").replace('\r', '\n');
    }

    /** A declared charset that this platform does not know; empty where none is declared or it is known. */
    static Optional<String> unknownCharset(@Nullable String contentType) {
        return declaredName(contentType).filter(name -> charset(name).isEmpty());
    }

    /** The declared charset, by the name that this platform has for it. */
    static Optional<String> declared(@Nullable String contentType) {
        return declaredName(contentType).flatMap(TextDecoder::charset).map(Charset::name);
    }

    /** What the bytes look like where nobody says: UTF-8 if they are, else as detected. */
    static String charsetOf(byte[] bytes) {
        return strictly(bytes, StandardCharsets.UTF_8).isPresent()
                ? "UTF-8"
                : detect(bytes).name();
    }

    private static String raw(byte[] bytes, @Nullable String contentType) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        return declaredName(contentType)
                .flatMap(TextDecoder::charset)
                .flatMap(charset -> strictly(bytes, charset))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8).filter(text -> text.indexOf('\0') < 0))
                .orElseGet(() -> new String(bytes, detect(bytes)));
    }

    /** ISO-8859-1 is read as Windows-1252, as browsers do (WHATWG Encoding): it is what is meant. */
    private static Optional<Charset> charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            return Optional.of(charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static Charset detect(byte[] bytes) {
        CharsetMatch match = new CharsetDetector().setText(bytes).detect();
        return Optional.ofNullable(match)
                .map(CharsetMatch::getName)
                .flatMap(TextDecoder::charset)
                .orElse(WINDOWS_1252);
    }

    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < '\u007F') {
                clean.append(c);
            } else if (c == '\r' || LINE_ENDS.indexOf(c) >= 0) {
                clean.append('\n');
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
            } else if (SPACES.indexOf(c) >= 0) {
                clean.append(c == '\t' ? '\t' : ' ');
            } else if (!isInvisible(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** Controls, soft hyphens, byte order marks and other marks without a shape; the joiners stay, scripts need them. */
    private static boolean isInvisible(char c) {
        return Character.isISOControl(c)
                || INVISIBLE.indexOf(c) >= 0
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }

    private static Optional<String> declaredName(@Nullable String contentType) {
        return Optional.ofNullable(contentType)
                .map(CHARSET::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
