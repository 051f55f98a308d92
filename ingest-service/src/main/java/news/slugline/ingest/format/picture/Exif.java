package news.slugline.ingest.format.picture;

import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.util.Optional;
import java.util.regex.Pattern;

/** What EXIF (2.32) says of a picture; most of it is the camera's word, not a person's. */
record Exif(Optional<ExifIFD0Directory> image, Optional<ExifSubIFDDirectory> photo) {

    private static final int OFFSET_TIME_ORIGINAL = 0x9011;
    /** What makers put into new pictures. */
    private static final Pattern FACTORY = Pattern.compile(
            "(?iu)(?:olympus|sony|samsung|canon|nikon|konica|minolta|kodak|casio|pentax|fuji|dji|gopro)\\b.{0,40}|dcim.{0,20}|screenshot.{0,40}"
                    + "|(?:dsc|img|default|charset=ascii).{0,20}|\\W*");

    static Exif of(Metadata metadata) {
        return new Exif(
                Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class)),
                Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class)));
    }

    Optional<String> description() {
        return image(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION)
                .filter(text -> !FACTORY.matcher(text).matches());
    }

    Optional<String> artist() {
        return image(ExifIFD0Directory.TAG_ARTIST)
                .filter(text -> !FACTORY.matcher(text).matches());
    }

    Optional<String> copyright() {
        return image(ExifIFD0Directory.TAG_COPYRIGHT)
                .filter(text -> !FACTORY.matcher(text).matches());
    }

    /** {@code YYYY:MM:DD HH:MM:SS} and its offset as ISO 8601. */
    Optional<String> date() {
        return photo(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL)
                .filter(date -> date.matches("(?!0000)\\d{4}:\\d{2}:\\d{2} \\d{2}:\\d{2}:\\d{2}"))
                .map(date -> date.replaceFirst("(\\d{4}):(\\d{2}):(\\d{2}) ", "$1-$2-$3T")
                        + photo(OFFSET_TIME_ORIGINAL)
                                .filter(offset -> offset.matches("[+-]\\d{2}:\\d{2}"))
                                .orElse(""));
    }

    private Optional<String> image(int tag) {
        return image.map(directory -> directory.getString(tag)).flatMap(PictureMetadata::text);
    }

    private Optional<String> photo(int tag) {
        return photo.map(directory -> directory.getString(tag)).flatMap(PictureMetadata::text);
    }
}
