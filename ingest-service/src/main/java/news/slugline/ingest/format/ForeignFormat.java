package news.slugline.ingest.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Recognises files that hold no copy for us, by their first bytes, so that nobody takes them for text. */
final class ForeignFormat implements Format {

    private static final Map<String, int[]> MARKS = marks();
    private static final int SNIFFED = 1024;

    @Override
    public boolean recognises(Payload payload) {
        return name(payload).isPresent();
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        return new Reading.Unreadable(
                "unsupported-media-type",
                "The bytes are " + name(payload).orElse("of a kind") + " and no copy that can be read.",
                "Send plain text, HTML, an agency format, a feed, a mail or a picture; ./slugline load takes ZIP archives.");
    }

    private static Optional<String> name(Payload payload) {
        return MARKS.entrySet().stream()
                .filter(mark -> payload.startsWith(mark.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> isBinary(payload) ? Optional.of("a binary file") : Optional.empty());
    }

    /** Text in two-byte units has a NUL in every other place; more than that, no text has. */
    private static boolean isBinary(Payload payload) {
        byte[] content = payload.content();
        int length = Math.min(content.length, SNIFFED);
        int nuls = 0;
        for (int i = 0; i < length; i++) {
            nuls += content[i] == 0 ? 1 : 0;
        }
        return length > 0 && nuls * 5 > length * 3;
    }

    private static Map<String, int[]> marks() {
        var marks = new LinkedHashMap<String, int[]>();
        marks.put("a PDF file", new int[] {'%', 'P', 'D', 'F', '-'});
        marks.put("a ZIP archive or an office document", new int[] {'P', 'K', 3, 4});
        marks.put("an old office document", new int[] {0xD0, 0xCF, 0x11, 0xE0});
        marks.put("an RTF document", new int[] {'{', '\\', 'r', 't', 'f'});
        marks.put("a gzip archive without a Content-Encoding", new int[] {0x1F, 0x8B});
        marks.put("an MP3 file", new int[] {'I', 'D', '3'});
        marks.put("a Matroska video", new int[] {0x1A, 0x45, 0xDF, 0xA3});
        return marks;
    }
}
