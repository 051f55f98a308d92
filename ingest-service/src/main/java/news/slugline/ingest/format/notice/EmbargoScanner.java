package news.slugline.ingest.format.notice;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts an embargo line into tokens. What is no known word or number becomes {@link Token.Unknown}: nothing is skipped. */
final class EmbargoScanner {

    private static final Pattern SPACE = Pattern.compile("[\\s,:：、，*#\"'“”‘’「」『』|()（）\\[\\]【】]++");
    private static final Pattern BREAK = Pattern.compile("[.;!?。！；/]++|[–—-]++(?=\\s|$)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]++(?:['’][\\p{L}\\p{M}]*+)?+");
    private static final Pattern SIGN = Pattern.compile("\\S", Pattern.DOTALL);
    private static final Pattern OFFSET = Pattern.compile("\\s?([+−-])(\\d{1,2})(?::?([0-5]\\d))?(?![\\d:/-]|\\.\\d)");
    private static final Pattern HALF = Pattern.compile("\\b([ap])\\.?\\s?m\\b\\.?");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private EmbargoScanner(String text) {
        this.text = text;
    }

    static List<Token> tokens(String line) {
        String plain = EastAsianDates.rewritten(digits(Normalizer.normalize(line, Normalizer.Form.NFKC)))
                .toLowerCase(Locale.ROOT)
                .replace("i\u0307", "i");
        var scanner = new EmbargoScanner(HALF.matcher(plain).replaceAll("$1m"));
        while (scanner.position < scanner.text.length()) {
            scanner.step();
        }
        return scanner.tokens;
    }

    private void step() {
        if (afterTime() && take(OFFSET).map(this::offset).orElse(false)) {
            return;
        }
        if (take(SPACE).isPresent()) {
            return;
        }
        for (NumberPattern number : NumberPattern.ALL) {
            Optional<Matcher> found = look(number.pattern());
            if (found.isPresent()) {
                List<Token> meant = number.tokens(found.get());
                if (!meant.isEmpty()) {
                    tokens.addAll(meant);
                    position = found.get().end();
                    return;
                }
            }
        }
        if (take(BREAK).isPresent()) {
            tokens.add(new Token.Break());
        } else {
            word();
        }
    }

    /** The longest phrase that is known from here on, else one word that is not. */
    private void word() {
        Optional<Matcher> first = look(WORD);
        if (first.isEmpty()) {
            take(SIGN).ifPresentOrElse(sign -> tokens.add(new Token.Unknown(sign.group())), () -> position++);
            return;
        }
        List<Integer> ends = new ArrayList<>();
        StringBuilder phrase = new StringBuilder();
        List<String> phrases = new ArrayList<>();
        int end = position;
        Matcher word = WORD.matcher(text);
        while (ends.size() < Lexicon.EMBARGOES.mostWords()
                && word.region(end, text.length()).lookingAt()) {
            phrase.append(phrase.isEmpty() ? "" : " ").append(word.group());
            end = word.end();
            phrases.add(phrase.toString());
            ends.add(end);
            while (end < text.length() && " -.".indexOf(text.charAt(end)) >= 0 && end - word.end() < 2) {
                end++;
            }
        }
        for (int i = phrases.size() - 1; i >= 0; i--) {
            List<Token> meanings = Lexicon.EMBARGOES.meanings(phrases.get(i));
            if (!meanings.isEmpty()) {
                tokens.add(meaning(meanings, ends.get(i)));
                position = ends.get(i);
                return;
            }
        }
        tokens.add(new Token.Unknown(first.get().group()));
        position = first.get().end();
    }

    /** Of several meanings a month counts only beside a number: "mar", "may", "set" are other words as well. */
    private Token meaning(List<Token> meanings, int end) {
        boolean besideNumber = (!tokens.isEmpty() && tokens.getLast() instanceof Token.Figure)
                || text.substring(end, Math.min(text.length(), end + 4)).matches("\\.?\\s{0,2}\\d.*");
        return meanings.stream()
                .filter(token -> (token instanceof Token.Month) == besideNumber)
                .findFirst()
                .orElse(meanings.getFirst());
    }

    private boolean afterTime() {
        return !tokens.isEmpty()
                && (tokens.getLast() instanceof Token.Clock
                        || tokens.getLast() instanceof Token.Zone
                        || tokens.getLast() instanceof Token.FourDigits);
    }

    private boolean offset(Matcher found) {
        try {
            int hours = Integer.parseInt(found.group(2));
            int minutes = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
            int sign = found.group(1).equals("+") ? 1 : -1;
            var zone = ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
            // "UTC+1": the offset stands for both
            if (tokens.getLast() instanceof Token.Zone) {
                tokens.removeLast();
            }
            tokens.add(new Token.Zone(new ZoneName(found.group().strip(), zone, null)));
        } catch (DateTimeException _) {
            tokens.add(new Token.Unknown(found.group()));
        }
        return true;
    }

    private Optional<Matcher> take(Pattern pattern) {
        Optional<Matcher> found = look(pattern);
        found.ifPresent(matcher -> position = matcher.end());
        return found;
    }

    private Optional<Matcher> look(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        matcher.useTransparentBounds(true);
        return matcher.lookingAt() && matcher.end() > position ? Optional.of(matcher) : Optional.empty();
    }

    /** Digits of every script as 0 to 9. */
    private static String digits(String text) {
        return text.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A clock time, where there is such a time. */
    static List<Token> clock(int hour, int minute, int second, boolean plain) {
        if (hour == 24 && minute == 0 && second == 0) {
            return List.of(new Token.Clock(LocalTime.MIDNIGHT, true, false));
        }
        return hour > 23 || minute > 59 || second > 59
                ? List.of()
                : List.of(new Token.Clock(LocalTime.of(hour, minute, second), false, plain));
    }
}
