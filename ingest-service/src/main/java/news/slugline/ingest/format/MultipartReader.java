package news.slugline.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.ingest.format.mime.MimePart;
import tools.jackson.core.JacksonException;

/**
 * Reads multipart bodies: {@code multipart/form-data} (RFC 7578) and {@code multipart/related} (RFC 2387) as one story
 * with its pictures, {@code multipart/mixed} (RFC 2046) as a batch.
 *
 * <p>The story is the part named {@code copy}, else the first that is no picture. A picture's caption and credit are the
 * parts of these names behind it; a part {@code edits} overrides what was understood.
 */
final class MultipartReader implements Format {

    private final BiFunction<Payload, Arrival, Reading> formats;

    /**
     * @param formats reads the story's part
     */
    MultipartReader(BiFunction<Payload, Arrival, Reading> formats) {
        this.formats = formats;
    }

    @Override
    public boolean recognises(Payload payload) {
        return payload.mediaType().startsWith("multipart/");
    }

    @Override
    public List<Payload> pieces(Payload payload) {
        if (!payload.mediaType().equals("multipart/mixed")) {
            return List.of(payload);
        }
        try {
            List<Payload> pieces =
                    parts(payload).stream().map(MultipartReader::payload).toList();
            return pieces.isEmpty() ? List.of(payload) : pieces;
        } catch (IOException _) {
            return List.of(payload);
        }
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        try {
            return read(parts(payload), arrival);
        } catch (IOException e) {
            return unreadable("The parts cannot be told apart: " + e.getMessage() + ".");
        }
    }

    private Reading read(List<MimePart> parts, Arrival arrival) {
        Optional<MimePart> story = named(parts, "copy")
                .or(() -> parts.stream().filter(part -> isStory(part)).findFirst());
        List<Picture> pictures = pictures(parts);
        if (story.isEmpty() && pictures.isEmpty()) {
            return unreadable("There is no part with a story.");
        }
        if (story.filter(part -> part.content().length > 0 || !part.parts().isEmpty())
                .isEmpty()) {
            return pictures.isEmpty()
                    ? unreadable("The part with the story is empty.")
                    : edited(PictureReader.article(pictures), parts);
        }
        return switch (formats.apply(payload(story.get()), arrival)) {
            case Reading.Unreadable unreadable -> unreadable;
            case Reading.Understood(var copy) -> edited(withPictures(copy, pictures), parts);
        };
    }

    private static Reading edited(UnderstoodCopy copy, List<MimePart> parts) {
        Optional<MimePart> edits = named(parts, "edits");
        if (edits.isEmpty()) {
            return new Reading.Understood(copy);
        }
        try {
            return Edits.apply(copy, Json.read(payload(edits.get())));
        } catch (JacksonException e) {
            return Json.unreadable(e);
        }
    }

    /** Pictures that came along take the story's captions in their order, where they have none of their own. */
    private static UnderstoodCopy withPictures(UnderstoodCopy copy, List<Picture> pictures) {
        if (pictures.isEmpty()) {
            return copy;
        }
        Article article = Article.newBuilder(copy.article())
                .setPictures(merged(pictures, copy.article().getPictures()))
                .build();
        return new UnderstoodCopy(article, copy.version(), copy.versionCreated(), copy.notice(), copy.lines());
    }

    /** The pictures that came, each with the caption in its place; captions of others behind them. */
    static List<Picture> merged(List<Picture> came, List<Picture> understood) {
        List<Picture> captions = understood.stream()
                .filter(picture -> picture.getContent().isEmpty())
                .toList();
        var merged = new ArrayList<Picture>();
        for (int i = 0; i < came.size(); i++) {
            merged.add(i < captions.size() ? merge(came.get(i), captions.get(i)) : came.get(i));
        }
        captions.stream().skip(came.size()).forEach(merged::add);
        understood.stream().filter(picture -> picture.getContent().isPresent()).forEach(merged::add);
        return merged;
    }

    private static Picture merge(Picture picture, Picture caption) {
        return Picture.newBuilder(picture)
                .setCaption(picture.getCaption().or(caption::getCaption).orElse(null))
                .setCredit(picture.getCredit().or(caption::getCredit).orElse(null))
                .setAltText(picture.getAltText().or(caption::getAltText).orElse(null))
                .build();
    }

    private static List<Picture> pictures(List<MimePart> parts) {
        var pictures = new ArrayList<Picture>();
        for (int i = 0; i < parts.size(); i++) {
            if (isPicture(parts.get(i))) {
                Picture.Builder picture = Picture.newBuilder(PictureReader.picture(payload(parts.get(i))));
                textBehind(parts, i, "caption").ifPresent(picture::setCaption);
                textBehind(parts, i, "credit").ifPresent(picture::setCredit);
                pictures.add(picture.build());
            }
        }
        return pictures;
    }

    /** The text of a part of this name before the next picture. */
    private static Optional<String> textBehind(List<MimePart> parts, int picture, String name) {
        return parts.stream()
                .skip(picture + 1L)
                .takeWhile(part -> !isPicture(part))
                .filter(part -> name.equals(part.name().orElse("")))
                .map(part -> TextDecoder.decode(
                                part.content(), part.contentType().orElse(null))
                        .strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static boolean isPicture(MimePart part) {
        return PictureReader.isPicture(payload(part))
                && !"copy".equals(part.name().orElse(""));
    }

    private static boolean isStory(MimePart part) {
        return !isPicture(part) && !part.name().orElse("").matches("edits|caption|credit");
    }

    private static Optional<MimePart> named(List<MimePart> parts, String name) {
        return parts.stream()
                .filter(part -> name.equals(part.name().orElse("")))
                .findFirst();
    }

    private static List<MimePart> parts(Payload payload) throws IOException {
        return MimePart.body(payload.content(), payload.contentType() == null ? "" : payload.contentType())
                .parts();
    }

    private static Payload payload(MimePart part) {
        return new Payload(
                part.content(), part.contentType().orElse(null), part.fileName().orElse(null));
    }

    private static Reading.Unreadable unreadable(String detail) {
        return new Reading.Unreadable(
                "not-multipart",
                detail,
                "Send multipart/form-data with the story in a part named 'copy' and each picture in a part named 'picture'.");
    }
}
