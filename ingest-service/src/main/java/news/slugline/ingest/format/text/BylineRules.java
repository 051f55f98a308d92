package news.slugline.ingest.format.text;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who wrote the piece: at its top or at its end, in the habits of many papers. */
public final class BylineRules {

    private static final int MOST_WORDS = 18;
    private static final int LONGEST_ROLE = 100;
    private static final String NAME =
            "\\p{Lu}[\\p{L}\\p{M}.’'-]*(?:\\s(?:\\p{Lu}[\\p{L}\\p{M}.’'-]*|von|van|de|der|den|da|dos|del|di|al|bin|ibn|el|la|le|ter|zu)){1,4}";
    private static final Pattern BY = Pattern.compile(
            "^(?:By|BY|by|Words by|Words|Von|VON|Par|PAR|Por|POR|Di|DI|Door|Av|AV|Af|Przez|Автор|Авторы|Text"
                    + "|Texto|Testo|Tekst|Written by|Story by|Reported by|Interview by|Interview|Haber|Röportaj|Söyleşi|Entrevista|Entretien|Intervista|Intervju|Yazan|Autorka?|Autora?|Szöveg|Teks|Bài)\\s?:?\\s+("
                    + NAME
                    + "|\\p{Lu}[\\p{Lu}\\p{M}.’'\\s-]{3,40})(.{0,140})$");
    private static final Pattern CUED = Pattern.compile(
            "^[(（](?:聞き手|文|構成|取材)[・:：／/\\s](.{2,12})[)）]$|^\\((?:إعداد|تقرير|كتابة|تغطية)\\s(.{2,80})\\)$|^(?:كتبت?|بقلم|رپورٹ|تحریر|گزارش|লেখা|প্রতিবেদক|글|취재|إعداد|تقرير|מאת|Автор|Авторы|Текст|记者|記者|撰文|作者|文|文／|文/|取材・文|लेखक"
                    + "|โดย|Συντάκτης|Του|Της|Γράφει η|Γράφει ο|نویسنده)\\s?[:：／/]\\s?(.{2,60})$|^(?:מאת|โดย|Του|Της)\\s(.{2,50})$");
    private static final Pattern SIGNED = Pattern.compile(
            "^[(\\uFF08【\\[]?(?:[\\p{L}]{2,8}部[\\s　]?|記者|记者|特派员|特派員|編集委員)[\\s　]?([\\p{L}\\s　・]{2,20})[)\\uFF09】\\]]?$"
                    + "|^[(\\uFF08【\\[]?([\\p{L}\\s]{2,20}?)[\\s]?(?:기자|특파원|記者|记者)[)\\uFF09】\\]]?(?:\\s\\S+@\\S+)?$");
    private static final Pattern REPORTING = Pattern.compile(
            "(?iu)^[(\\[]?((?:additional )?reporting|writing|written|compiled|edited|editing|with contributions?)\\b.{0,12}\\bby\\b.{2,300}$");
    private static final Pattern ROLE = Pattern.compile(
            "(?iU).*\\b(?:reporter|correspondent|editor|writer|columnist|journalist|bureau chief|news agency|korrespondent(?:in)?|redakteur(?:in)?"
                    + "|journaliste|corresponsal|redactor|redacción|reportero|giornalista|inviato|contributor|staff|press|wire|news service|media|presse)\\b.*");
    private static final Pattern NAMED = Pattern.compile("^(" + NAME + ")\\s?[|,–—-]\\s?(.{2,60})$");
    private static final Pattern REPORTED_FROM =
            Pattern.compile("^(?:記者|记者)\\s?(\\p{IsHan}{2,4})[／/]\\s?(\\p{IsHan}{2,6})(?:報導|报道|報道)$");
    private static final Pattern NAME_AGENCY = Pattern.compile("^(" + NAME + ")/\\p{Lu}{2,6}$");
    private static final Pattern JUST_CJK_NAME = Pattern.compile(
            "^[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{2,4}[\\s　]?[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{0,4}$|^\\p{IsHangul}{2,4}$");
    private static final Pattern JUST_NAME = Pattern.compile("^" + NAME + "$");
    private static final Pattern CONTACT = Pattern.compile(
            "^(?:\\S+@\\S+\\.\\S+|@\\w{2,30}|https?://\\S+|www\\.\\S+|(?:(?iu)(?:follow|find|read|see|more)\\b.{0,100}\\s\\S+\\.\\p{L}{2,}/\\S+)|(?:(?iu)reach|contact|e-?mail|follow|write to|twitter|x):?\\s.{0,80}@\\w\\S*)$");
    private static final Pattern CONNECTORS = Pattern.compile(
            "(?U)\\s*(?:,|;|&|\\band\\b|\\bund\\b|\\bet\\b|\\by\\b|\\be\\b|\\bwith\\b|\\bi\\b|\\boch\\b|\\bog\\b|\\ben\\b|、|،|\\sو)\\s*");

    private BylineRules() {}

    /** "By Jane Roe", "Von …", "Par …", with what follows the name. */
    static void by(Page page) {
        page.take(line -> isBy(line.text) && isAtAnEnd(page, line), "byline-by", Field.BYLINE);
    }

    /** Bylines of scripts that have no capitals. */
    static void cued(Page page) {
        page.take(
                line -> (REPORTED_FROM.matcher(line.text).matches()
                                || CUED.matcher(line.text).matches()
                                || SIGNED.matcher(line.text).matches())
                        && !Prose.endsSentence(line.text)
                        && isAtAnEnd(page, line),
                "byline-cued",
                Field.BYLINE);
    }

    /** "Reporting by …; Editing by …" under the story. */
    static void reporting(Page page) {
        page.take(line -> REPORTING.matcher(line.text).matches(), "byline-reporting", Field.BYLINE);
    }

    /** "Jane Roe, Staff Writer", or the name on one line and the role on the next. */
    static void named(Page page) {
        for (Page.Line line : List.copyOf(page.open().toList())) {
            if (!Prose.endsSentence(line.text)) {
                nameWithRole(page, line);
            }
        }
    }

    /** A name alone under the last sentence, where no other line gives one. */
    static void below(Page page) {
        List<Page.Line> filled =
                page.lines().stream().filter(line -> !line.text.isEmpty()).toList();
        boolean hasOne = page.first(Field.BYLINE).isPresent();
        for (int i = filled.size() - 1; !hasOne && i > 2; i--) {
            Page.Line line = filled.get(i);
            if (line.isOpen()) {
                if (isJustAName(line.text)
                        && line.text.contains(" ")
                        && filled.get(i - 1).isProse()) {
                    line.take("byline-below", Field.BYLINE);
                }
                return;
            }
        }
    }

    private static void nameWithRole(Page page, Page.Line line) {
        Matcher named = NAMED.matcher(line.text.replaceFirst("^[-–—]\\s", ""));
        Page.Line below = page.beside(line, 1);
        if (named.matches() && ROLE.matcher(named.group(2)).matches() && isAtAnEnd(page, line)) {
            line.take("byline-with-role", Field.BYLINE);
        } else if (below != null
                && isRole(below)
                && JUST_NAME.matcher(line.text).matches()
                && isAtAnEnd(page, line)) {
            line.take("byline-above-role", Field.BYLINE);
            below.take("byline-role", Field.FURNITURE);
        }
    }

    /** The role or the agency on the line under a byline. */
    static void roles(Page page) {
        page.of(Field.BYLINE).toList().forEach(byline -> {
            Page.Line below = page.next(byline);
            if (below != null && isRole(below) && below.isOpen()) {
                below.take("byline-role", Field.FURNITURE);
            }
        });
    }

    /** Addresses and handles of the authors. */
    static void contacts(Page page) {
        page.take(line -> CONTACT.matcher(line.text).matches(), "byline-contact", Field.FURNITURE);
    }

    /** A line of one or several names, in scripts with capitals or of a few Chinese, Japanese or Korean signs. */
    public static boolean isJustAName(String text) {
        return JUST_CJK_NAME.matcher(text).matches()
                || Arrays.stream(CONNECTORS.split(text))
                        .allMatch(name -> JUST_NAME.matcher(name).matches() && Prose.words(name) <= 4);
    }

    /** The place that a byline names, as Chinese ones do. */
    static Optional<String> place(String byline) {
        Matcher reported = REPORTED_FROM.matcher(byline);
        return reported.matches() ? Optional.of(reported.group(2)) : Optional.empty();
    }

    /** "Jane Roe/NNA": the name with the agency behind it. */
    static void withAgency(Page page) {
        page.take(
                line -> NAME_AGENCY.matcher(line.text).matches() && isAtAnEnd(page, line),
                "byline-agency",
                Field.BYLINE);
    }

    /** The names in a byline, in order. */
    public static List<String> authors(@Nullable String byline) {
        if (byline == null) {
            return List.of();
        }
        return Arrays.stream(CONNECTORS.split(names(byline)))
                .map(String::strip)
                .filter(BylineRules::isName)
                .distinct()
                .toList();
    }

    private static String names(String byline) {
        Matcher reporting = Pattern.compile("(?iu)by\\s+([^;.)]{2,120})").matcher(byline);
        if (REPORTING.matcher(byline).matches() && reporting.find()) {
            return reporting.group(1);
        }
        Matcher reported = REPORTED_FROM.matcher(byline);
        if (reported.matches()) {
            return reported.group(1);
        }
        Matcher cued = CUED.matcher(byline);
        if (cued.matches()) {
            return IntStream.rangeClosed(1, cued.groupCount())
                    .mapToObj(cued::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
        }
        Matcher signed = SIGNED.matcher(byline);
        if (signed.matches()) {
            return Optional.ofNullable(signed.group(1)).orElseGet(() -> signed.group(2));
        }
        return byline.replaceFirst(
                        "^(?:By|BY|by|Words by|Words|Von|VON|Par|PAR|Por|POR|Di|DI|Door|Av|AV|Af|Text|Texto|Written by|Story by|Reported by|Interview by|Interview|Haber|Yazan|Autorka?|Autora?|Szöveg|Teks|Bài|Автор|Авторы)\\s?:?\\s+",
                        "")
                .replaceFirst("\\s(?:in|at|for|from|en|à|aus|på|i|em|w)\\s\\p{Lu}.*$", "")
                .replaceFirst("\\s?[|–—(/].*$", "")
                .replaceFirst("^(?:记者|記者)", "");
    }

    private static boolean isName(String part) {
        if (part.isEmpty() || ROLE.matcher(part).matches()) {
            return false;
        }
        boolean cased = part.codePoints().anyMatch(Character::isLowerCase)
                || part.codePoints().anyMatch(Character::isUpperCase);
        return !cased
                || (Character.isUpperCase(part.codePointAt(0)) && Prose.words(part) >= 2 && Prose.words(part) <= 6);
    }

    private static boolean isBy(String text) {
        Matcher by = BY.matcher(text);
        return by.matches()
                && Prose.words(text) <= MOST_WORDS
                && !Prose.endsSentence(text.replaceFirst("\\b\\p{Lu}\\.$", ""));
    }

    private static boolean isRole(Page.Line line) {
        return line.text.length() <= LONGEST_ROLE
                && ROLE.matcher(line.text).matches()
                && line.text.indexOf('@') < 0
                && Prose.words(line.text) <= 8
                && !Prose.endsSentence(line.text);
    }

    /** Before the third sentence of the piece, or after its last. */
    private static boolean isAtAnEnd(Page page, Page.Line line) {
        List<Page.Line> prose = page.lines().stream()
                .filter(l -> l.field() == Field.BODY || (l.isOpen() && l.isProse()))
                .toList();
        return prose.size() <= 2 || line.index < prose.get(2).index || line.index > prose.getLast().index;
    }
}
