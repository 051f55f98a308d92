package news.slugline.ingest.format;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.ingest.format.text.ParsedCopy;
import news.slugline.ingest.format.text.PlainTextParser;
import org.jspecify.annotations.Nullable;

/** Reads {@code text/plain}: raw copy as it came off a page or a wire. The last format: it recognises everything. */
final class PlainTextReader implements Format {

    private static final int FLASH_URGENCY = 1;

    private final PlainTextParser parser = new PlainTextParser();

    @Override
    public boolean recognises(Payload payload) {
        return true;
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        Optional<String> unknown = TextDecoder.unknownCharset(payload.contentType());
        if (unknown.isPresent()) {
            return new Reading.Unreadable(
                    "unknown-charset",
                    "The declared charset is not known: " + unknown.get(),
                    "Declare one such as utf-8 or windows-1252, or leave it out and have it detected.");
        }
        ParsedCopy parsed = parser.parse(TextDecoder.decode(payload.content(), payload.contentType()));
        return switch (parsed.embargo().map(line -> Embargo.read(line, arrival)).orElse(null)) {
            case null -> new Reading.Understood(understood(parsed, null));
            case Embargo.Until(var instant) -> new Reading.Understood(understood(parsed, instant));
            case Embargo.NotUnderstood(var problem) -> problem;
        };
    }

    private static UnderstoodCopy understood(ParsedCopy parsed, @Nullable Instant embargoedUntil) {
        Article.Builder article = UnderstoodCopy.blankArticle()
                .setHeadline(parsed.headline())
                .setSubheadline(parsed.subheadline().orElse(null))
                .setSlugline(parsed.slugline().orElse(""))
                .setByline(parsed.byline().orElse(null))
                .setAuthors(parsed.authors())
                .setLocated(parsed.located().orElse(null))
                .setBody(UnderstoodCopy.body(parsed.paragraphs()))
                .setSection(parsed.section().orElse(null))
                .setPictures(parsed.captions().stream()
                        .map(caption -> Picture.newBuilder()
                                .setCaption(caption.text().orElse(null))
                                .setCredit(caption.credit().orElse(null))
                                .build())
                        .toList())
                .setEmbargoedUntil(embargoedUntil)
                .setEdNote(parsed.edNote().orElse(null))
                .setCopyrightHolder(parsed.copyright().orElse(null));
        if (parsed.notice() == ParsedCopy.Notice.FLASH) {
            article.setUrgency(FLASH_URGENCY);
        }
        article.setPubStatus(parsed.notice().pubStatus());
        return new UnderstoodCopy(
                article.build(),
                Optional.empty(),
                Optional.empty(),
                new Notice(parsed.notice().order(), List.of()),
                parsed.lines());
    }
}
