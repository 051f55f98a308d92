package news.slugline.ingest.format;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.ingest.format.picture.PictureMetadata;
import news.slugline.ingest.format.text.BylineRules;
import org.jspecify.annotations.Nullable;

/** Reads a picture on its own, JPEG, PNG, WebP, TIFF or GIF: its caption is the story. The bytes stay as they came. */
final class PictureReader implements Format {

    /** 100 megapixels: more than any press camera has. */
    private static final long MAX_PIXELS = 100_000_000;

    private static final int LONGEST_HEADLINE = 140;

    @Override
    public boolean recognises(Payload payload) {
        return isPicture(payload);
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        PictureMetadata metadata = PictureMetadata.of(payload.content());
        if (metadata.pixels() > MAX_PIXELS) {
            return new Reading.Unreadable(
                    "too-many-pixels",
                    "The picture has " + metadata.pixels() + " pixels, and at most " + MAX_PIXELS + " are taken.",
                    "Send a smaller rendition.");
        }
        Picture picture = picture(payload);
        if (picture.getCaption().isEmpty() && picture.getHeadline().isEmpty()) {
            return new Reading.Unreadable(
                    "no-caption",
                    "The picture says nothing of itself: it has no caption in XMP, IIM or EXIF.",
                    "Write its caption into the file (IPTC Description), or send it with its story as multipart/form-data.");
        }
        return new Reading.Understood(article(List.of(picture)));
    }

    /** A picture beside a story: what it says of itself, and its bytes where they are not too many pixels. */
    static Picture picture(Payload payload) {
        PictureMetadata metadata = PictureMetadata.of(payload.content());
        Picture.Builder picture = metadata.describe(Picture.newBuilder());
        if (metadata.pixels() <= MAX_PIXELS) {
            picture.setSha256(UnderstoodCopy.sha256(payload.content()))
                    .setContentType(mediaType(payload))
                    .setContent(ByteBuffer.wrap(payload.content()));
        }
        return picture.build();
    }

    /** The story that pictures make by themselves: the first one's headline and caption. */
    static UnderstoodCopy article(List<Picture> pictures) {
        Picture first = pictures.getFirst();
        String caption = first.getCaption().or(first::getHeadline).orElse("");
        Optional<String> byline = first.getCreator();
        Article.Builder article = UnderstoodCopy.blankArticle()
                .setHeadline(first.getHeadline().orElseGet(() -> headline(caption)))
                .setBody(UnderstoodCopy.body(List.of(caption.split("\\n\\s*\\n"))))
                .setByline(byline.orElse(null))
                .setAuthors(byline.map(name -> BylineRules.authors("By " + name.replace("; ", " and ")))
                        .orElse(List.of()))
                .setLocated(first.getLocated().orElse(null))
                .setKeywords(first.getKeywords())
                .setCopyrightHolder(first.getCopyrightNotice().orElse(null))
                .setUsageTerms(first.getUsageTerms().orElse(null))
                .setPictures(pictures);
        return new UnderstoodCopy(article, Optional.empty(), Optional.empty(), Notice.NONE);
    }

    static boolean isPicture(Payload payload) {
        return mediaType(payload) != null;
    }

    /** By the first bytes, whatever was declared. */
    private static @Nullable String mediaType(Payload payload) {
        if (payload.startsWith(0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (payload.startsWith(0x89, 'P', 'N', 'G', '\r', '\n')) {
            return "image/png";
        }
        if (payload.startsWith('G', 'I', 'F', '8')) {
            return "image/gif";
        }
        if (payload.startsWith('I', 'I', 42, 0) || payload.startsWith('M', 'M', 0, 42)) {
            return "image/tiff";
        }
        boolean isWebp = payload.startsWith('R', 'I', 'F', 'F')
                && payload.content().length > 12
                && payload.content()[8] == 'W'
                && payload.content()[9] == 'E';
        return isWebp ? "image/webp" : null;
    }

    private static String headline(String caption) {
        String line = caption.lines().findFirst().orElse("").strip();
        String sentence = line.replaceFirst("(?<=\\p{L}{3}[.!?。！？])\\s.*", "");
        return sentence.length() <= LONGEST_HEADLINE
                ? sentence.replaceFirst("\\.$", "")
                : sentence.substring(0, LONGEST_HEADLINE).replaceFirst("\\s\\S*$", "") + " …";
    }
}
