package news.slugline.ingest.format.text;

import java.util.List;
import java.util.regex.Pattern;

/** What a press release carries for the newsroom beside its text: label, contact, notes to editors, who the sender is. */
final class ReleaseRules {

    private static final Pattern LABEL = Pattern.compile(
            "(?iu)(?:for immediate (?:release|publication)|(?:press|media|news) (?:release|statement|information|notice)|presse-?(?:mitteilung|information|meldung)|medienmitteilung"
                    + "|communiqu[ée](?: de presse)?|nota (?:de|à|a la|para a|para la) (?:prensa|imprensa)|comunicado(?: de (?:prensa|imprensa))?|comunicato stampa|persbericht|pressmeddelande|pressemelding|pressemeddelelse"
                    + "|пресс-релиз|basın (?:bülteni|açıklaması)|بيان صحفي|新闻稿|プレスリリース|보도자료)(?:\\s?[:–—-].{0,80}|\\s+(?:Nr\\.?|No\\.?|n[º°]|№)?\\s?\\d.{0,40})?");
    private static final Pattern CONTACT = Pattern.compile(
            "(?iu)(?:(?:media|press|news|investor|editorial|company)?\\s?(?:relations )?(?:contacts?|enquiries|inquiries|office)(?: for (?:the )?(?:media|press))?(?: information| details)?"
                    + "|(?:for )?(?:further|more) (?:information|details)|(?:pressekontakt|ansprechpartner(?:in)?|medienkontakt|rückfragen|kontakt für (?:die )?(?:presse|medien)|kontakt)"
                    + "|contacts?(?: de)? presse|relations presse|contacto(?: de prensa| para (?:medios|prensa))?|contato(?: (?:para|de) imprensa)?|informações (?:à|para a|para) imprensa|información (?:para|de) (?:la )?prensa|informations? presse|contatti(?: stampa)?|ufficio stampa|presskontakt|pressekontakt|perscontact"
                    + "|контакты? для (?:прессы|сми)|basın iletişim|للتواصل(?: الإعلامي)?|媒体联系|报道联系)\\s?[:：]?(?:\\s.{0,120})?");
    private static final Pattern NOTES = Pattern.compile(
            "(?iu)(?:notes? (?:to|for) (?:the )?editors?|editors?['’]? notes?|background notes?|(?:hinweise?|anmerkung(?:en)?) (?:an|für) (?:die )?redaktion(?:en)?|notes? (?:aux|à l['’]attention des) (?:rédactions?|journalistes)"
                    + "|notas? (?:para|a) (?:los |las |la )?(?:editores|redactores|redacciones|redacción|prensa)|nota per i redattori)\\s?[:：]?");
    private static final Pattern ABOUT = Pattern.compile(
            "(?u)(?:About|ABOUT|Über|À propos d[eu’']|Acerca de|Sobre|Informazioni su|Chi è|Om|Over|О компании|Hakkında|关于|について)(?:\\s?\\p{Lu}?[^.!?]{0,80})?\\s?[:：]?");
    private static final Pattern ENDS =
            Pattern.compile("(?iu)[\\s#*–—-]*(?:ends?|ende|fin)?[\\s#*–—-]*|#{2,5}|\\*{3,}");
    private static final Pattern REACH = Pattern.compile(
            "(?iU)(?:for (?:more|further) (?:information|details)|for (?:media|press|interview) (?:enquiries|inquiries|requests)|to (?:arrange|request) (?:an )?interviews?|interviews? (?:are|is) available"
                    + "|photos? (?:are|is) available|high[- ]resolution (?:images|photos)|press (?:images|photos)|weitere informationen|pour (?:plus|de plus amples) (?:d['’])?informations?|para más información)\\b.{0,300}");
    private static final Pattern ADDRESS =
            Pattern.compile("\\S+@\\S+\\.\\S+|\\+?\\d[\\d ()./-]{6,}\\d|(?i)https?://\\S+|www\\.\\S+");

    private ReleaseRules() {}

    static boolean isLabel(String line) {
        return LABEL.matcher(line).matches();
    }

    /** Notes to editors and contact blocks stand in any copy; who the sender is, only where the copy is a release. */
    static void releases(Page page) {
        List<Page.Line> labels = page.open()
                .filter(line -> line.index < 12 && isLabel(line.text))
                .toList();
        labels.forEach(line -> line.take("release-label", Field.FURNITURE));
        boolean isEnded = false;
        for (Page.Line line : List.copyOf(page.open().toList())) {
            boolean isBelow = isBelowTheText(page, line);
            if (!line.isOpen()) {
                continue;
            }
            if (isBelow && NOTES.matcher(line.text).matches()) {
                takeAllFrom(page, line, "release-notes");
                isEnded = true;
            } else if (CONTACT.matcher(line.text).matches() && !line.isProse() && isFollowedByAddress(page, line)) {
                takeBlock(page, line, "release-contact");
                isEnded |= isBelow;
            } else if (isBelow
                    && REACH.matcher(line.text).matches()
                    && ADDRESS.matcher(line.text).find()) {
                line.take("release-contact", Field.ED_NOTE);
                isEnded = true;
            }
        }
        if (!labels.isEmpty() || isEnded) {
            page.open()
                    .filter(line -> isBelowTheText(page, line)
                            && line.text.length() <= 100
                            && ABOUT.matcher(line.text).matches()
                            && !Prose.endsSentence(line.text))
                    .findFirst()
                    .ifPresent(line -> takeAllFrom(page, line, "release-about"));
        }
    }

    /** All that is below belongs to the newsroom, but for the marks at its end. */
    private static void takeAllFrom(Page page, Page.Line first, String rule) {
        page.open()
                .filter(line ->
                        line.index >= first.index && !ENDS.matcher(line.text).matches())
                .toList()
                .forEach(line -> line.take(rule, Field.ED_NOTE));
    }

    /** To the next blank line, and over it while addresses follow. */
    private static void takeBlock(Page page, Page.Line first, String rule) {
        first.take(rule, Field.ED_NOTE);
        for (Page.Line line = page.next(first); line != null && goesOn(page, line); line = page.next(line)) {
            if (line.isOpen()) {
                line.take(rule, Field.ED_NOTE);
            }
        }
    }

    private static boolean goesOn(Page page, Page.Line line) {
        return line.text.isEmpty()
                ? isBlankBeforeAddress(page, line)
                : !line.isProse() && !ENDS.matcher(line.text).matches();
    }

    private static boolean isBlankBeforeAddress(Page page, Page.Line line) {
        Page.Line below = page.beside(line, 1);
        return below != null && ADDRESS.matcher(below.text).find() && below.text.length() < 120;
    }

    private static boolean isFollowedByAddress(Page page, Page.Line line) {
        if (ADDRESS.matcher(line.text).find()) {
            return true;
        }
        Page.Line below = line;
        for (int i = 0; i < 6; i++) {
            below = page.beside(below, 1);
            if (below == null) {
                return false;
            }
            if (ADDRESS.matcher(below.text).find() && below.text.length() < 160) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelowTheText(Page page, Page.Line line) {
        return page.lines().stream()
                        .filter(other -> other.index < line.index && other.isProse())
                        .count()
                >= 2;
    }
}
