package news.slugline.publish.story;

/**
 * Drops the characters that neither XML 1.0 (section 2.2) nor the HTML standard allows in a document: most controls,
 * unpaired surrogates, and non-characters. PostgreSQL refuses one of them too.
 */
public final class LegalText {

    private static final int NON_CHARACTER = 0xFFFE;

    private LegalText() {}

    public static String of(String text) {
        return text.codePoints().allMatch(LegalText::isLegal)
                ? text
                : text.codePoints()
                        .filter(LegalText::isLegal)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isLegal(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n' || character == '\r';
            case Character.SURROGATE -> false;
            default -> (character & NON_CHARACTER) != NON_CHARACTER && !(character >= 0xFDD0 && character <= 0xFDEF);
        };
    }
}
