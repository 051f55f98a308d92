package news.slugline.ingest.format.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a wire says about a piece rather than in it: slugs, orders, notes to editors, sign-offs and codes. */
final class NoticeRules {

    private static final int HEAD_LINES = 8;
    private static final int LONGEST_LINE = 1_500;

    private static final Pattern WIRE_SLUG = Pattern.compile(
            "\\^?(?:[A-Z]{2,3}-{1,2}|[A-Z]{1,4}\\d{2,5}[-/ ])[\\p{L}\\p{N}][\\p{L}\\p{N}_.'&/ -]{1,80}(?:,.{0,80})?");
    private static final Pattern NAMED_SLUG =
            Pattern.compile("(?iu)(?:slug(?:line)?|catchline|stichwort|keyword slug)\\s?[:：]\\s?(.{2,120})");
    private static final Pattern KILL = Pattern.compile(
            "(?iu)(?:bulletin |mandatory |urgent )?kill(?:[ !-]+kill){0,4}!?|(?:story )?takedown|mandatory kill\\b.{0,120}"
                    + "|kill kill kill\\b.{0,120}");
    private static final Pattern CORRECTION =
            Pattern.compile("(?iu)\\(?(?:correction|corrected|corrective|corrects|clarification|berichtigung|correctif"
                    + "|correcci[oó]n|rectificatif|исправление|تصحيح|訂正|更正|정정)\\)?\\s?[:：.–—-]?.{0,80}");
    private static final Pattern ADVISORY = Pattern.compile(
            "(?iu)[*(\\[\\s]*(?:not for (?:publication|release|broadcast|use)(?: or (?:publication|release|broadcast|use|distribution))?|nicht (?:zur|für die) veröffentlichung(?: bestimmt)?|pas pour publication|no (?:para )?publicar|advisory|for guidance only)[*)\\]\\s.!]*");
    private static final Pattern PRIORITY = Pattern.compile(
            "(?iu)(?:flash|bulletin|urgent|alert|newsalert|breaking(?: news)?|eil|eilmeldung|срочно|молния"
                    + "|عاجل|速報|快讯|快訊|속보|דחוף)");
    private static final Pattern LED_BY_PRIORITY =
            Pattern.compile("^[*\\s]*" + PRIORITY.pattern() + "\\s?(?:[:：*]|[–—-]\\s)+\\s?(\\S.+)$");
    private static final Pattern ED_NOTE = Pattern.compile(
            "(?iu)[(\\[^]?(?:eds|editors?|ed|desks|note to editors|editors?'? note|advisory|attention editors)\\s?[:：.]\\s?(\\S.{0,600}?)[)\\]]?");
    private static final Pattern SIGN_OFF = Pattern.compile(
            "(?iu)[\\s(\\[*/#–—-]*(?:ends?|ende|fin|fine|slut|slutt|конец|끝|完|终|終|انتهى|end of story|end of text|30)"
                    + "[\\s)\\]*/#–—-]*|#{2,5}|[–—-]{1,3}\\s?30\\s?[–—-]{1,3}|ends?/[a-z]{1,4}|\\(?xx+\\)?");
    private static final Pattern MORE = Pattern.compile(
            "(?iu)[\\s(\\[–—-]*(?:more(?: to (?:follow|come))?|mf|mehr folgt|fortsetzung folgt|à suivre|suite|sigue|segue)"
                    + "[\\s)\\]–—-]*");
    private static final Pattern AGENCY = Pattern.compile(
            "[(\\[]?(?:Reuters|AP|AFP|dpa|EFE|ANSA|TASS|ТАСС|Xinhua|PTI|ANI|IANS|AAP|PA|PA Media|Belga|TT|NTB|Ritzau|APA|SDA"
                    + "|LUSA|Lusa|Yonhap|연합뉴스|Kyodo|共同|時事|新华社|Anadolu|AA|Interfax|Интерфакс|UPI|Bloomberg|CP|NNA"
                    + "|Source: .{2,60})[)\\]]?");
    private static final Pattern CODES = Pattern.compile(
            "[A-Z]{2,5}(?:-[A-Z0-9]{1,5}){1,4}-\\d{2}-\\d{2}(?:-\\d{2})? \\d{4}[A-Z]{2,4}"
                    + "|\\d{6,8}[ T-]\\d{4,6}(?: [A-Z]{2,4})?(?: \\d{2})?|[a-z]{3,5}:\\d{6}-.{3,40}"
                    + "|(?:\\p{Ll}{2,4}/\\s?){1,3}|\\p{Ll}{2,4}(?:/\\p{Ll}{2,4}){1,3}|[【\\[(]?(?:责任编辑|責任編輯|编辑|編輯)[:：].{1,20}|(?:This|The) (?:report|story) by .{2,60} was first published .{3,60}|(?:Our Standards|Nos standards):.{3,80}|/PRNewswire/|SOURCE [\\p{L}].{1,80}|FOR IMMEDIATE RELEASE");
    private static final Pattern COPYRIGHT = Pattern.compile(
            "(?iU)(?:©|\\(c\\)|℗|copyright\\s?(?:©|\\(c\\)|\\d{4}|[:–-]|by\\b)).{0,200}|.{0,80}all rights reserved.{0,300}|riproduzione riservata.{0,80}|.{0,40}כל הזכויות שמורות.{0,60}|.{0,60}alle rechte vorbehalten.{0,60}"
                    + "|.{0,60}tous droits réservés.{0,60}|.{0,60}todos los derechos reservados.{0,60}|.{0,40}все права защищены.{0,40}"
                    + "|.{0,40}جميع الحقوق محفوظة.{0,40}|.{0,40}无断转载.{0,20}|.{0,40}無断転載.{0,20}|.{0,40}무단 전재.{0,40}");
    /** One of these stands in every line about rights; most lines have none. */
    private static final List<String> RIGHTS = List.of(
            "©",
            "℗",
            "(c)",
            "copyright",
            "reserved",
            "riservata",
            "שמורות",
            "vorbehalten",
            "réservés",
            "reservados",
            "защищены",
            "محفوظة",
            "无断转载",
            "無断転載",
            "무단 전재");

    private static final Pattern COPYRIGHT_HOLDER = Pattern.compile("(?:Copyright|COPYRIGHT)\\s\\p{Lu}.{1,100}");
    private static final Pattern KEYWORDS = Pattern.compile(
            "(?iu)(?:tags?|topics?|keywords?|filed under|schlagw[oö]rter|themen|mots[- ]clés|etiquetas|temas|теги|темы"
                    + "|الوسوم|标签|標籤|キーワード|태그)\\s?[:：]\\s?(\\S.{0,300})");

    private NoticeRules() {}

    /** Blank lines part paragraphs, and are nothing by themselves. */
    static void blanks(Page page) {
        page.take(line -> line.text.isEmpty(), "blank", Field.BLANK);
    }

    /** A line of this length is a paragraph of the story, whatever it begins or ends with; and rules stay fast. */
    static void longLines(Page page) {
        page.take(line -> line.text.length() > LONGEST_LINE, "long-line", Field.BODY);
    }

    /** Wire slugs such as {@code BC-EU-Floods, 3rd Ld}, and lines that name a slugline. */
    static void slugs(Page page) {
        head(page)
                .filter(line -> WIRE_SLUG.matcher(line.text).matches()
                        || NAMED_SLUG.matcher(line.text).matches())
                .toList()
                .forEach(line -> line.take("wire-slug", Field.SLUGLINE));
    }

    /** Orders at the very top: kill, correction, priority. */
    static void orders(Page page) {
        head(page)
                .filter(line -> KILL.matcher(line.text).matches()
                        || ADVISORY.matcher(line.text).matches()
                        || PRIORITY.matcher(line.text).matches()
                        || (CORRECTION.matcher(line.text).matches() && Prose.words(line.text) <= 12 && !line.isProse()))
                .toList()
                .forEach(line -> line.take("order", Field.NOTICE));
    }

    /**
     * Embargoes, at the head or the foot of the page; whether they can be understood is decided later, and those that
     * cannot refuse the piece. A line in doubt counts as one: an error is better than a story out too early.
     */
    static void embargoes(Page page) {
        List<Page.Line> filled =
                page.lines().stream().filter(line -> !line.text.isEmpty()).toList();
        Stream.concat(filled.stream().limit(HEAD_LINES), filled.stream().skip(Math.max(0, filled.size() - HEAD_LINES)))
                .filter(line -> line.isOpen() && EmbargoLine.is(line.text))
                .distinct()
                .toList()
                .forEach(line -> line.take("embargo", Field.EMBARGO));
    }

    /** Notes for editors, which readers never see. */
    static void editorsNotes(Page page) {
        page.take(line -> ED_NOTE.matcher(line.text).matches(), "editors-note", Field.ED_NOTE);
    }

    /** What closes a wire story: {@code -ENDS-}, {@code ###}, {@code (Reuters)}, routing codes. */
    static void signOffs(Page page) {
        page.take(
                line -> SIGN_OFF.matcher(line.text).matches()
                        || MORE.matcher(line.text).matches()
                        || AGENCY.matcher(line.text).matches()
                        || CODES.matcher(line.text).matches(),
                "sign-off",
                Field.FURNITURE);
    }

    static void copyrights(Page page) {
        page.take(
                line -> isAboutRights(line.text)
                        && (COPYRIGHT.matcher(line.text).matches() || isHolder(line.text))
                        && !isPictureCredit(line.text),
                "copyright",
                Field.COPYRIGHT);
    }

    static void keywords(Page page) {
        page.take(line -> KEYWORDS.matcher(line.text).matches(), "keywords", Field.KEYWORDS);
    }

    static boolean isKill(@Nullable String text) {
        return text != null && KILL.matcher(text).matches();
    }

    static boolean isAdvisory(String text) {
        return ADVISORY.matcher(text).matches();
    }

    static boolean isCorrection(String text) {
        return CORRECTION.matcher(text).matches();
    }

    /** A headline without the wire's priority before it, as in "FLASH: …". */
    static String withoutPriority(String headline) {
        var led = LED_BY_PRIORITY.matcher(headline);
        return led.matches() ? led.group(1) : headline;
    }

    static Optional<String> slugline(String text) {
        var named = NAMED_SLUG.matcher(text);
        return Optional.of(
                named.matches()
                        ? named.group(1).strip()
                        : text.split(",", 2)[0].replaceFirst("^\\^", "").strip());
    }

    static String editorsNote(String text) {
        var note = ED_NOTE.matcher(text);
        return note.matches() ? note.group(1).strip() : text;
    }

    private static boolean isAboutRights(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return RIGHTS.stream().anyMatch(lower::contains);
    }

    /** "Copyright The Tindal Herald": a name follows, and no sentence is made of it. */
    private static boolean isHolder(String text) {
        return COPYRIGHT_HOLDER.matcher(text).matches() && !Prose.isProse(text);
    }

    private static boolean isPictureCredit(String text) {
        return text.length() < 60 && text.contains("/") && !text.matches(".*\\d{4}.*");
    }

    private static Stream<Page.Line> head(Page page) {
        return page.lines().stream()
                .filter(line -> !line.text.isEmpty())
                .limit(HEAD_LINES)
                .filter(Page.Line::isOpen);
    }
}
