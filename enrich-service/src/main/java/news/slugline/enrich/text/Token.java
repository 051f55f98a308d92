package news.slugline.enrich.text;

/**
 * One word of a text.
 *
 * @param text as it stands, without a possessive ending
 * @param key the text folded, to look it up by
 * @param start in UTF-16 code units
 * @param end in UTF-16 code units, exclusive
 * @param gap what stands between the token before and this one
 * @param possessive true where an 's follows
 */
public record Token(String text, String key, int start, int end, String gap, boolean possessive) {

    /** True for a capital at the start, after an Arabic article too: al-Amin. */
    public boolean capitalised() {
        int first = text.codePointAt(0);
        return Character.isUpperCase(first)
                || Character.isTitleCase(first)
                || text.matches("(?:al|el|ar|as|ash|at|an|ad|ul|ud)[-'’]\\p{Lu}.*");
    }

    /** True for two or more letters, all capitals. */
    public boolean allCapitals() {
        return text.length() > 1
                && text.codePoints().noneMatch(Character::isLowerCase)
                && text.codePoints().filter(Character::isUpperCase).count() > 1;
    }

    /** True where at most one space, or an ampersand, stands between the token before and this one. */
    public boolean follows() {
        return gap.isEmpty() || gap.equals(" ") || gap.equals("\u00a0") || gap.equals(" & ");
    }
}
