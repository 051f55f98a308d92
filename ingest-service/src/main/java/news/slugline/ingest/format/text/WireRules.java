package news.slugline.ingest.format.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What agencies put around their text for the desks that take it: headers, counts, pick-up lines, orders to trim. */
final class WireRules {

    private static final int HEAD_LINES = 10;
    private static final int LONGEST_HEADER = 120;

    /** Message numbers, routing lines and word counts: {@code a0423}, {@code r i bc-eu-floods 03-01 0312}, {@code 412 words}. */
    private static final Pattern HEADER = Pattern.compile(
            "[a-z]{1,2}\\d{3,5}|[fburdaws] [a-z]|[fburdaws] [a-z] .{2,60}\\d{1,2}-\\d{1,2} \\d{3,5}|[A-Za-z]{2,6}\\d{3,5} \\d [a-z]{1,4} \\d{1,5}\\b.{0,40}"
                    + "|\\(?\\d{1,2}[,.]?\\d{2,3} (?:words|Wörter|mots|palabras|ord|parole|palavras)\\)?|\\d{4}(?:GMT|UTC|Z) \\d{1,2} \\p{L}{3} \\d{2,4}");

    private static final Pattern LEAD_SLUG = Pattern.compile(
            "(?u)\\p{Lu}[\\p{L}\\p{N}'’&/. -]{1,50}?[,;:]? ?\\(?(?:\\d{1,2}(?:st|nd|rd|th) ?(?:[Ll]e?a?d|LEAD|LD|[Aa]dd|[Ss]ub|[Tt]ake)\\b.{0,40}|(?:LEAD|LD|ADD|SUB|TAKE)[ -]?\\d{1,2}|LEAD|\\d{1,2}\\. (?:Zsf|Zusammenfassung|Lead)\\b.{0,20}|[Ww]ritethru.{0,20}|WRITETHRU|Lead-All)\\)?(?:,.{0,30}|\\s?--\\s?\\d{1,2})?");
    /** {@code quay-fire-harbour}: one word of several, as many agencies name their stories. */
    private static final Pattern HYPHENED = Pattern.compile(
            "[\\p{L}\\p{M}\\p{N}]{2,}(?:-[\\p{L}\\p{M}\\p{N}]{2,}){2,6}(?:[,/]\\S{0,20})?|\\p{Lu}{3,}(?:[-/]\\p{Lu}{2,})*/?\\s\\((?:LEAD|PIX|TV|UPDATE|WRAPUP)\\b[^()]{0,40}\\)"
                    + "|(?:\\p{Lu}{3,}\\s?){1,3}\\s\\((?iu:actualizaci[óo]n|previsi[óo]n|ampliaci[óo]n|resumen|avance|crónica|repetici[óo]n|correcci[óo]n|previsões|actualización|synthèse|prev|lead|ampl)\\)");

    private static final Pattern LEAD = Pattern.compile(
            "(?iu)[\\s,;:(-](?:\\d{1,2}(?:st|nd|rd|th) (?:le?a?d|add|sub|take)\\b|(?:lead|ld)[ -]?\\d{0,2}\\)?$|\\d{1,2}\\. (?:zsf|zusammenfassung|lead)\\b|write-?thru|lead-all)");
    /** {@code ECONOMÍA-ALCACHOFAS (Previsión)}, as Spanish and Latin American agencies have it. */
    private static final Pattern CAPITALS = Pattern.compile(
            "\\p{Lu}{3,}(?:[-/]\\p{Lu}[\\p{Lu}\\p{N}]+){1,4}(?:,\\s?(?:\\p{Ll}{2,10}\\.?\\s?\\d{0,2}))?(?:\\s\\([^()]{2,40}\\))?");
    /** {@code SEA Seal}, over a headline in capitals. */
    private static final Pattern TOPIC = Pattern.compile("\\p{Lu}{3,12}(?:\\s\\p{Lu}\\p{L}+){1,3}");

    private static final Pattern ALL_CAPITALS = Pattern.compile("[^\\p{Ll}]*\\p{Lu}[^\\p{Ll}]*");
    /** Initials, times and ends under the text. */
    private static final Pattern TRAILER = Pattern.compile(
            "(?:\\p{Lu}{2,4}[ /]?){1,4}|\\d{6,10}|N{4,}|(?:\\p{Lu}{2,5}\\s)?\\p{Ll}{2,4}(?:/\\p{Ll}{2,4}){1,4}"
                    + "|\\p{Ll}{2,4}(?:\\s\\p{Ll}{1,4}\\d?){2,5}|(?:\\p{Lu}{2,4}\\s)?\\d{6}(?:\\s?(?:GMT|UTC|MEZ|CET))?\\s\\p{L}{3}\\s\\d{2}|\\d{4} \\d{4}(?:\\s\\S{2,20})?");

    private static final Pattern AGENCY = Pattern.compile("\\p{Lu}{2,6}");
    private static final Pattern END_MARK = Pattern.compile(
            "(?iU)\\s*[(（\\[](?:完|终|終|end|ends|fin|fim|ende|slut|конец|more|more to (?:come|follow)|mehr folgt|подробности следуют|продолжение следует)[)）\\]]$");

    private static final Pattern KEYWORDS = Pattern.compile("\\p{Lu}[^/.!?]{1,30}(?:/[^/.!?]{1,30}){1,6}/");
    private static final String MARK =
            "(?:PIX|PICS?|PICTURES?|PHOTOS?|PHOTO AVAILABLE|GRAPHICS?|VIDEO|AUDIO|TV|TRIMS|TRIMMED|RECASTS|UPDATES?|REPEATS|REFILES|REFILED|EDITED|RAW|WRITETHRU|MIT BILD(?:ERN)?|AVEC PHOTOS?|CON FOTOS?|COM FOTOS?)";
    /** {@code (PIX)}, {@code (WITH PICTURES)}, {@code (UPDATES with minister's quote)}. */
    private static final Pattern MARKED = Pattern.compile("(?!UPDATES? \\d)[(\\[]?(?:WITH |\\+ ?)?" + MARK
            + "(?:[ ,+/&]+(?:AND )?(?:WITH )?" + MARK + "){0,3}(?:[ :].{0,80})?[)\\]]?");

    private static final Pattern LOWER_MARKS = Pattern.compile(
            "(?iu)(?:\\((?:pix|photos?|fotos?|v[ií]deos?|audios?|gr[áa]ficos?|infograf[íi]as?|bild(?:er)?|tv)\\)\\s?){1,5}");
    private static final Pattern LEAD_AT_END =
            Pattern.compile("\\s*(?:\\((?:\\d{0,2}(?:E|ER|ND|RD|ST|TH)? ?LEAD(?: \\d)?|LEAD|ACTUALISÉ|PREV)\\)|=)$");
    private static final Pattern MARK_AT_END =
            Pattern.compile("\\s*[(\\[](?:WITH |\\+ ?)?" + MARK + "(?:[ ,+/&]+" + MARK + "){0,3}[)\\]]$");
    private static final Pattern BRACKETED = Pattern.compile("[(\\[]{1,2}[^()\\[\\]]{4,280}[)\\]]{1,2}");
    private static final Pattern DESK_WORDS = Pattern.compile(
            "(?iU)\\b(?:eds?|editors?|desks?|subscribers?|graf|grafs|no other changes|hold space|picture to follow|photos? to follow|this item|this story (?:has|is|was) (?:been )?(?:updated|moved|corrected)|version|messaging|archivo en|código \\d|fototeca|redaktion(?:en)?|rédactions?|redacci[óo]n(?:es)?)\\b|\\S+@\\S+\\.\\S+");
    private static final Pattern TO_THE_DESK = Pattern.compile(
            "\\*\\s?(?:Adds|Updates|Repeats|Recasts|Corrects|Refiles|Removes|Clarifies|With|No changes)\\b.{0,160}|ATTENTION\\s?[-–—:]\\s?.{2,200}|.{3,160}\\s///|OPTIONAL\\b.{0,80}"
                    + "|\\p{Lu}{2,5} (?:Photos?|Video|Graphics?|Audio|Foto|Fotos|Bild)\\b[^.!?]{0,60}|(?iU)(?:note to (?:the )?desk|till redaktion(?:en|erna)?|hinweis|ملاحظة(?: للمحررين)?|примечание(?: для редакторов)?|编者注|編集者注|संपादक ध्यान दें)\\s?[:：].{2,240}");
    /** German agencies end with a block for newsrooms. */
    private static final Pattern NOTEPAD =
            Pattern.compile("#{0,3}\\s?(?:Notizblock|Redaktionelle Hinweise|Service-?Block)");

    private static final Pattern PART = Pattern.compile(
            "(?iu)[(\\[]?(?:pick(?:s|ing)? ?-?up|subs?|substitutes?|inserts?|adds?|deletes?|trims?|recasts?|updates?|corrects?|leads with|clarifies|restores|raises|drops)\\b.{0,100}"
                    + "\\b(?:gra(?:f|ph)s?|pghs?|pars?|paras?|paragraphs?|pvs|pickup|previous|intro|headline|byline|dateline)\\b.{0,120}[)\\]]?");
    private static final Pattern CONTINUES = Pattern.compile(
            "(?iu)[(\\[–—-]*\\s?(?:more(?: to (?:follow|come))?|(?:1st|2nd|3rd|\\dth) add(?: follows)?|add \\d{1,2}|\\d(?:st|nd|rd|th) take|take \\d|cont(?:inue)?d?\\.?|mf|developing|story developing|will be (?:led|updated)|folgt|weiteres? folgt|suit|sigue|segue|продолжение следует)\\s?[)\\]–—-]*");

    private WireRules() {}

    /** The lines over a wire's headline. */
    static void headers(Page page) {
        head(page)
                .filter(line -> HEADER.matcher(line.text).matches())
                .forEach(line -> line.take("wire-header", Field.FURNITURE));
        head(page)
                .filter(line -> LEAD_SLUG.matcher(line.text).matches()
                        || KEYWORDS.matcher(line.text).matches()
                        || HYPHENED.matcher(line.text).matches()
                        || (CAPITALS.matcher(line.text).matches()
                                && (line.text.contains("-") || !Dateline.isAlone(line.text)))
                        || isTopic(page, line))
                .findFirst()
                .filter(_ -> page.first(Field.SLUGLINE).isEmpty())
                .ifPresent(line -> {
                    line.take("wire-slug", Field.SLUGLINE);
                    page.take(other -> isAgain(other.text, line.text), "wire-slug-repeated", Field.FURNITURE);
                });
    }

    /** The slug once more, over the next take: {@code Coldwater Bank 2ndLd -- 2}. */
    private static boolean isAgain(String text, String slug) {
        return text.startsWith(slug.split("\\s{2,}|,", 2)[0]) && text.length() <= slug.length() + 8;
    }

    /** A topic in the manner of {@code SEA Seal} over a headline in capitals. */
    private static boolean isTopic(Page page, Page.Line line) {
        Page.Line below = page.beside(line, 1);
        return TOPIC.matcher(line.text).matches()
                && !ReleaseRules.isLabel(line.text)
                && below != null
                && Prose.words(below.text) >= 4
                && ALL_CAPITALS.matcher(below.text).matches();
    }

    /** What stands under the last line of a wire's text; where there is no text, nothing does. */
    static void trailers(Page page) {
        List<Page.Line> filled =
                page.lines().stream().filter(line -> !line.text.isEmpty()).toList();
        int lastOfText = IntStream.range(0, filled.size())
                .filter(at -> filled.get(at).isOpen()
                        && !TRAILER.matcher(filled.get(at).text).matches())
                .max()
                .orElse(filled.size());
        filled.stream()
                .skip(lastOfText)
                .filter(Page.Line::isOpen)
                .skip(1)
                .forEach(line -> line.take("wire-trailer", Field.FURNITURE));
    }

    /** Paragraphs without the marks at their ends that more follows, or nothing, and without the agency's name at the very end. */
    static void cleanEnds(List<String> paragraphs, Page page) {
        paragraphs.replaceAll(paragraph -> END_MARK.matcher(paragraph).replaceFirst(""));
        if (paragraphs.isEmpty()) {
            return;
        }
        String last = paragraphs.getLast();
        int space = last.lastIndexOf(' ');
        String agency = last.substring(space + 1);
        boolean isAgency = space > 0
                && AGENCY.matcher(agency).matches()
                && Prose.endsSentence(last.substring(0, space))
                && page.lines().stream().anyMatch(line -> line.text.contains("(" + agency + ")"));
        if (isAgency) {
            paragraphs.set(paragraphs.size() - 1, last.substring(0, space));
        }
    }

    /** Orders to desks about pictures, trims and parts of the text, on lines of their own. */
    static void marks(Page page) {
        page.take(
                line -> MARKED.matcher(line.text).matches()
                        || LOWER_MARKS.matcher(line.text).matches(),
                "wire-mark",
                Field.ED_NOTE);
        page.take(line -> line.text.length() < 220 && isAboutAPart(line.text), "wire-pick-up", Field.ED_NOTE);
        page.take(line -> isToTheDesk(line.text), "desk-note", Field.ED_NOTE);
        page.open()
                .filter(line -> NOTEPAD.matcher(line.text).matches())
                .findFirst()
                .ifPresent(notepad -> page.open()
                        .filter(line -> line.index >= notepad.index)
                        .toList()
                        .forEach(line -> line.take("notepad", Field.ED_NOTE)));
        page.take(line -> CONTINUES.matcher(line.text).matches(), "wire-more", Field.FURNITURE);
    }

    /** All in brackets, or behind a star, and about the copy rather than its story. */
    private static boolean isToTheDesk(String text) {
        return text.length() < 300
                && ((BRACKETED.matcher(text).matches()
                                && DESK_WORDS.matcher(text).find())
                        || TO_THE_DESK.matcher(text).matches());
    }

    /** Names a part of the text and is no sentence of it: it ends without a full stop, or stands in brackets. */
    private static boolean isAboutAPart(String text) {
        return PART.matcher(text).matches()
                && (!Prose.endsSentence(text) || text.startsWith("(") || text.startsWith("[") || isInCapitals(text));
    }

    private static boolean isInCapitals(String text) {
        String verb = text.split("\\s", 2)[0];
        return verb.length() > 2 && verb.chars().noneMatch(Character::isLowerCase);
    }

    /** Whether a slug numbers a lead: the same story, written further. */
    static boolean isLead(String slug) {
        return LEAD.matcher(slug).find();
    }

    /** A headline without {@code (PIX)} behind it. */
    static String withoutMark(String headline) {
        return LEAD_AT_END
                .matcher(MARK_AT_END.matcher(headline).replaceFirst(""))
                .replaceFirst("");
    }

    private static Stream<Page.Line> head(Page page) {
        List<Page.Line> filled = page.lines().stream()
                .filter(line -> !line.text.isEmpty())
                .limit(HEAD_LINES)
                .toList();
        return filled.stream().filter(line -> line.isOpen() && line.text.length() <= LONGEST_HEADER);
    }
}
