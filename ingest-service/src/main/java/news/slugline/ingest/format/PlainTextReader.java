package news.slugline.ingest.format;

import java.util.List;
import java.util.Optional;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.ParsedCopy.Notice;
import org.jspecify.annotations.Nullable;

/** Reads {@code text/plain}: raw copy as it came off a page or a wire. */
final class PlainTextReader {

    private static final int FLASH_URGENCY = 1;

    private final PlainTextParser parser = new PlainTextParser();

    Reading read(byte[] content, @Nullable String contentType, DeskDefaults defaults) {
        Optional<String> unknown = TextDecoder.unknownCharset(contentType);
        if (unknown.isPresent()) {
            return new Reading.Unreadable(
                    "unknown-charset",
                    "The declared charset is not known: " + unknown.get(),
                    "Declare one such as utf-8 or windows-1252, or leave it out and have it detected.");
        }
        ParsedCopy parsed = parser.parse(TextDecoder.decode(content, contentType));
        return switch (parsed.embargo()
                .map(line -> Embargo.read(line, defaults))
                .orElse(null)) {
            case null -> new Reading.Understood(understood(parsed, Optional.empty()));
            case Embargo.Until until -> new Reading.Understood(understood(parsed, Optional.of(until)));
            case Embargo.NotUnderstood(var problem) -> problem;
        };
    }

    private static UnderstoodCopy understood(ParsedCopy parsed, Optional<Embargo.Until> embargo) {
        return new UnderstoodCopy(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                parsed.notice() == Notice.KILL ? PubStatus.canceled : PubStatus.usable,
                parsed.notice() == Notice.FLASH ? Optional.of(FLASH_URGENCY) : Optional.empty(),
                parsed.headline(),
                parsed.subheadline(),
                parsed.slugline(),
                parsed.byline(),
                parsed.authors(),
                parsed.located(),
                parsed.paragraphs(),
                parsed.section(),
                Optional.empty(),
                parsed.captions().stream()
                        .map(caption -> new UnderstoodPicture(
                                Optional.empty(), Optional.empty(), caption.text(), caption.credit(), Optional.empty()))
                        .toList(),
                List.of(),
                embargo.map(Embargo.Until::instant),
                Optional.empty(),
                parsed.edNote(),
                parsed.copyright(),
                Optional.empty(),
                parsed.notice() == Notice.CORRECTION,
                parsed.lines());
    }
}
