package news.slugline.ingest.format.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.DefaultFieldParser;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * A part of a MIME message (RFC 2045 to 2049, 7578): its header fields, and either its bytes or its own parts.
 *
 * <p>Transfer encodings are undone; parts nested deeper than the bound are left out.
 */
public final class MimePart {

    /** The most parts that a message may have, nested ones counted. */
    public static final int MAX_PARTS = 200;

    private static final int MAX_DEPTH = 6;
    private static final int MAX_HEADER_BYTES = 64 * 1024;
    private static final MimeConfig BOUNDS = MimeConfig.custom()
            .setMaxHeaderLen(MAX_HEADER_BYTES)
            .setMaxHeaderCount(500)
            .setMaxLineLen(-1)
            .setMaxContentLen(-1)
            .build();

    private final Entity entity;
    private final byte[] content;
    private final List<MimePart> parts;

    private MimePart(Entity entity, byte[] content, List<MimePart> parts) {
        this.entity = entity;
        this.content = content;
        this.parts = parts;
    }

    /**
     * Reads a message with its header.
     *
     * @throws IOException where the bytes are none, or go beyond the bounds
     */
    public static MimePart message(byte[] bytes) throws IOException {
        return read(new ByteArrayInputStream(bytes));
    }

    /**
     * Reads a multipart body whose type stands outside of it, as in a request.
     *
     * @throws IOException where the bytes are none, or go beyond the bounds
     */
    public static MimePart body(byte[] bytes, String contentType) throws IOException {
        String header = "Content-Type: " + contentType.replaceAll("[\\r\\n]", " ") + "\r\n\r\n";
        return read(new SequenceInputStream(
                new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8)), new ByteArrayInputStream(bytes)));
    }

    /** The parts of a multipart, of a forwarded message those within; none for anything else. */
    public List<MimePart> parts() {
        return parts;
    }

    /** The bytes of a part that has no parts, with the transfer encoding undone. */
    public byte[] content() {
        return content;
    }

    /** The media type, lower case and without parameters. */
    public String mediaType() {
        return entity.getMimeType();
    }

    /** The whole Content-Type; empty where the part has none. */
    public Optional<String> contentType() {
        return header("Content-Type");
    }

    /** The unfolded value of a header field, with encoded words decoded (RFC 2047). */
    public Optional<String> header(String name) {
        return Optional.ofNullable(entity.getHeader())
                .map(header -> header.getField(name))
                .map(Field::getBody)
                .map(body -> DecoderUtil.decodeEncodedWords(body, DecodeMonitor.SILENT))
                .map(body -> body.replaceAll("\\s+", " ").strip())
                .filter(body -> !body.isEmpty());
    }

    /** The name of a form's part (RFC 7578). */
    public Optional<String> name() {
        return disposition().map(field -> field.getParameter("name"));
    }

    /** The name of the file, by the disposition or else the type. */
    public Optional<String> fileName() {
        return disposition()
                .map(ContentDispositionField::getFilename)
                .or(() -> parsed("Content-Type", ContentTypeField.class).map(field -> field.getParameter("name")))
                .map(name -> DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT));
    }

    public boolean isAttachment() {
        return disposition().map(ContentDispositionField::isAttachment).orElse(false);
    }

    /** This part and all within it, in order. */
    public Stream<MimePart> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(MimePart::all));
    }

    private Optional<ContentDispositionField> disposition() {
        return parsed("Content-Disposition", ContentDispositionField.class);
    }

    private <F> Optional<F> parsed(String name, Class<F> type) {
        return Optional.ofNullable(entity.getHeader())
                .map(header -> header.getField(name))
                .map(MimePart::parse)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static Field parse(Field field) {
        try {
            return DefaultFieldParser.parse(field.getName() + ": " + field.getBody());
        } catch (MimeException _) {
            return field;
        }
    }

    private static MimePart read(java.io.InputStream in) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(BOUNDS);
        builder.setDecodeMonitor(DecodeMonitor.SILENT);
        try {
            return of(builder.parseMessage(in), new int[] {MAX_PARTS}, 0);
        } catch (RuntimeException e) {
            throw new IOException("the MIME structure cannot be read", e);
        }
    }

    private static MimePart of(Entity entity, int[] left, int depth) throws IOException {
        if (--left[0] < 0) {
            throw new IOException("it has more than " + MAX_PARTS + " parts");
        }
        var parts = new ArrayList<MimePart>();
        byte[] content = {};
        if (depth < MAX_DEPTH) {
            switch (entity.getBody()) {
                case Multipart multipart -> {
                    for (Entity part : multipart.getBodyParts()) {
                        parts.add(of(part, left, depth + 1));
                    }
                }
                case Message message -> parts.add(of(message, left, depth + 1));
                case SingleBody body -> content = bytes(body);
                case null, default -> {}
            }
        }
        return new MimePart(entity, content, List.copyOf(parts));
    }

    private static byte[] bytes(SingleBody body) throws IOException {
        try (var in = switch (body) {
            case TextBody text -> text.getInputStream();
            case BinaryBody binary -> binary.getInputStream();
            default -> new ByteArrayInputStream(new byte[0]);
        }) {
            var out = new ByteArrayOutputStream();
            in.transferTo(out);
            return out.toByteArray();
        }
    }
}
