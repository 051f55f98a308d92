package news.slugline.enrich.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;

/** The formats in which pictures come, told by their first bytes: names and declared types lie. */
public enum PictureFormat {
    JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
    PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
    GIF("image/gif", "gif", "GIF8"),
    BMP("image/bmp", "bmp", "BM"),
    TIFF_LITTLE("image/tiff", "tif", "II*\0"),
    TIFF_BIG("image/tiff", "tif", "MM\0*"),
    WEBP("image/webp", "webp", "RIFF");

    private final String contentType;
    private final String extension;
    private final String magic;

    PictureFormat(String contentType, String extension, String magic) {
        this.contentType = contentType;
        this.extension = extension;
        this.magic = magic;
    }

    /** IANA media type. */
    public String contentType() {
        return contentType;
    }

    /** Of a file, without the dot. */
    public String extension() {
        return extension;
    }

    /** By the ending of a file's name. */
    static Optional<PictureFormat> ofFile(String name) {
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.extension))
                .findFirst();
    }

    static Optional<PictureFormat> of(byte[] content) {
        return Arrays.stream(values()).filter(format -> format.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        return content.length >= magic.length()
                && new String(content, 0, magic.length(), ISO_8859_1).equals(magic)
                && (this != WEBP || WebpHeader.isWebp(content));
    }
}
