package news.slugline.enrich.entity;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.enrich.text.Token;

/** What stands in a body without being part of the story: dateline, byline and credit lines. */
final class Furniture {

    private static final Pattern DATELINE = Pattern.compile("""
            ^\\s*\\p{Lu}{3}[\\p{Lu}'’.\\-\\x20]*                  # NAIROBI
            (?:,\\x20?[\\p{L}.\\x20]{2,30})?                      # , Kenya
            (?:,?\\x20\\p{Lu}\\p{L}{2,8}\\.?\\x20\\d{1,2})?       # , Nov. 3
            \\s*(?:\\([^)\\n]{2,30}\\))?                          # (an agency)
            \\s*[—–-]{1,2}\\s""", Pattern.COMMENTS);

    private static final Pattern CREDIT = Pattern.compile(
            "^[-—–(\\s]*(?:By\\s\\p{Lu}[^\\n]{1,80}"
                    + "|(?:Additional reporting|Reporting|Writing|Editing|Compiled|Translated|With reporting) by[^\\n]*)$",
            Pattern.MULTILINE);

    private Furniture() {}

    static List<Token> without(String text, List<Token> tokens) {
        var cuts = Stream.concat(
                        DATELINE.matcher(text).results(), CREDIT.matcher(text).results())
                .toList();
        return cuts.isEmpty()
                ? tokens
                : tokens.stream()
                        .filter(token -> cuts.stream().noneMatch(cut -> stands(token, cut)))
                        .toList();
    }

    private static boolean stands(Token token, MatchResult cut) {
        return token.start() >= cut.start() && token.end() <= cut.end();
    }
}
