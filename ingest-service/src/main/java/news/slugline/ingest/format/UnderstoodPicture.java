package news.slugline.ingest.format;

import java.util.Optional;

/** A picture that came with the copy, or the caption of one that did not. */
public record UnderstoodPicture(
        Optional<byte[]> content,
        Optional<String> contentType,
        Optional<String> caption,
        Optional<String> credit,
        Optional<String> altText) {}
