package news.slugline.enrich.entity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.slugline.enrich.text.Token;
import news.slugline.enrich.text.Tokenizer;
import news.slugline.event.EntityType;
import news.slugline.event.Field;

/** One text of the article, cut into words, without bylines, datelines and credits. */
record Passage(Field field, int picture, String text, List<Token> tokens, String language) {

    private static final int SHORT_WORD = 3;

    static final int NO_PICTURE = -1;

    static Passage of(Field field, int picture, String text, String language) {
        return new Passage(field, picture, text, Furniture.without(text, Tokenizer.tokens(text)), language);
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** The keys of the tokens from, exclusive of to, with single spaces. */
    String key(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> (i == from || token(i).gap().isEmpty() ? "" : " ") + token(i).key())
                .collect(Collectors.joining());
    }

    /** The text from the first token's start to the last one's end. */
    String text(int from, int to) {
        return text.substring(token(from).start(), token(to - 1).end());
    }

    Named named(int from, int to, EntityType type, String canonical, double confidence, String reason) {
        return new Named(
                field,
                picture,
                token(from).start(),
                token(to - 1).end(),
                text(from, to),
                type,
                canonical,
                confidence,
                reason);
    }

    /** False for headlines in capitals or in title case, where a capital says nothing about a word. */
    boolean capitalsTell() {
        if (field != Field.headline) {
            return true;
        }
        var words = tokens.stream()
                .filter(token -> token.text().length() > SHORT_WORD)
                .toList();
        long capitalised = words.stream().filter(Token::capitalised).count();
        return words.size() < SHORT_WORD || capitalised * 10 < words.size() * 7L;
    }
}
