package news.slugline.ingest.format.text;

import java.util.Optional;

/**
 * What stands under a picture.
 *
 * @param text place, person and occasion, without the credit; empty where only a credit stands there
 * @param credit photographer, agency or both
 */
public record CopyCaption(Optional<String> text, Optional<String> credit) {}
