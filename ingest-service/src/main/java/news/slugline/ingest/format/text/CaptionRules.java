package news.slugline.ingest.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Captions of pictures that the page showed, and the credits in or under them. */
final class CaptionRules {

    private static final String CUE =
            "(?:(?:photo|image|picture) credits?|photographs?|photos?|pictures?|pics?|images?|file photo|file|foto(?:grafie|graf[ií]a)?|fotos|foto\u011fraf|fotograf"
                    + "|bild(?:er)?|fot\\.|foto arkiv|crédit(?: photo)?|credits?|cr[eé]ditos?|kuva|zdj\\.|写真|撮影|图片?|圖片?|摄影|攝影|사진|فوٹو|ছবি|फ़ोटो"
                    + "|تصوير|الصورة|صورة|عکس|تصویر|תצלום|צילום|фото|снимок|φωτ(?:ογραφία|ο)?|ภาพ|फोटो|तस्वीर)";

    private static final Pattern CREDIT_LINE = Pattern.compile(
            "(?iU)^[(\\[\\uFF08【]?" + CUE
                    + "(?:\\s?[:：/／|]\\s?|\\s(?:by|par|de|von|av|di|courtesy(?: of)?|d[’'])\\s?)((?:[^.]|(?<=\\b\\p{Lu})\\.){2,90})[)\\]\\uFF09】]?\\.?$");
    private static final Pattern CREDIT_TAIL = Pattern.compile("(?iU)^(.{8,600}?[\\s.!?。…)”\"»|])(" + CUE
            + ")(?:\\s?[:：]\\s?|\\s(?:by|courtesy(?: of)?)\\s)((?:[^.!?。]|(?<=\\b\\p{Lu})\\.){2,80})$");
    private static final Pattern BRACKETED =
            Pattern.compile("^(.{4,600}?)\\s?[(\\[\\uFF08【]([^()\\[\\]\\uFF08\\uFF09【】]{2,90})[)\\]\\uFF09】]$");
    private static final Pattern SHOT = Pattern.compile("^(?:写真\\s?[:：／/]\\s?)?(.{4,300}?[、=＝,，。\\s])\\s?"
            + "((?:\\p{IsHan}{0,6}(?:記者|记者)\\s?)?[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{2,6}?)\\s?(?:撮影|摄|攝)$");
    private static final Pattern CUED = Pattern.compile("(?iU)(?:^|\\b|\\s)" + CUE + "(?:$|\\b|[\\s:：])"
            + "|\\b(?:archives?|archiv|handout|via|courtesy|getty|shutterstock|istock|pool)\\b");
    private static final Pattern NAME_AND_AGENCY =
            Pattern.compile("\\p{Lu}[\\p{L}\\p{M}.’'\\p{Zs}-]{1,50}/\\s?\\p{Lu}[\\p{L}\\p{M}\\p{N}.&’'\\p{Zs}/-]{1,50}"
                    + "|[\\p{L}\\p{M}\\p{Zs}.’'-]{3,50}/\\s?[\\p{L}\\p{M}\\p{Zs}.]{2,30}");
    private static final Pattern SOURCE = Pattern.compile("(?iu)^image (?:source|credit)\\s?[,:]\\s?(.{2,120})$");
    private static final Pattern CAPTION = Pattern.compile(
            "(?iu)^(?:image caption|caption|bildunterschrift|légende" + "|pie de foto)\\s?[,:]\\s?(.{2,600})$");
    private static final Pattern CUE_LED = Pattern.compile("(?iu)^" + CUE + "\\s?[:：=＝／/・|]\\s?.{1,60}$");
    private static final Pattern ORGANISATION_AND_NAME =
            Pattern.compile("^\\p{Lu}[\\p{L}\\p{M}’' -]{2,40}:\\s\\p{Lu}[\\p{L}\\p{M}.’' -]{2,40}$");
    private static final Pattern UNCUED_TAIL = Pattern.compile(
            "^(.{8,600}?[.!?…»”\"])\\s(?:©\\s?|(?:Fot|Foto|Photo)\\.?\\s)(\\p{Lu}[\\p{L}\\p{M}.’' -]{1,50}/\\s?\\p{Lu}[\\p{L}\\p{M}.’' -]{1,40})$");
    /** What stands between a cue and the name. */
    private static final Pattern HANDS_OVER = Pattern.compile("(?U)[:：]|(?i:\\bby\\s|\\bcourtesy\\s)");

    private static final String CLOSING = ")]\uFF09】";
    private static final int LONGEST_CAPTION = 720;
    private static final int LONGEST_TAIL = 110;
    private static final Pattern SAYS = Pattern.compile("[“”\"„«»「」]");

    private CaptionRules() {}

    /** Labels before the text: "Image source, …" and "Image caption, …". */
    static void labelled(Page page) {
        page.take(line -> SOURCE.matcher(line.text).matches(), "credit-labelled", Field.CREDIT);
        page.take(line -> CAPTION.matcher(line.text).matches(), "caption-labelled", Field.CAPTION);
    }

    /** A line of a credit alone, and the caption on the line just above it. */
    static void creditLines(Page page) {
        for (Page.Line line : List.copyOf(page.open().toList())) {
            if (CREDIT_LINE.matcher(line.text).matches()
                    && !SHOT.matcher(line.text).matches()) {
                line.take("credit-line", Field.CREDIT);
                Page.Line above = line.index > 0 ? page.lines().get(line.index - 1) : null;
                if (above != null && above.isOpen() && above.index > 0 && isShort(above.text)) {
                    above.take("caption-above-credit", Field.CAPTION);
                }
            }
        }
    }

    /** A caption that ends in its credit, after a cue or in brackets. */
    static void credited(Page page) {
        page.take(line -> isCredited(line.text), "caption-with-credit", Field.CAPTION);
    }

    /** The captions of the page in order, each with the credit in it or next to it. */
    static List<CopyCaption> captions(Page page) {
        List<CopyCaption> captions = new ArrayList<>();
        Page.@Nullable Line open = null;
        for (Page.Line line : page.lines()) {
            boolean adjacent = open != null && page.beside(line, -1) == open;
            if (line.field() == Field.CAPTION) {
                CopyCaption caption = caption(line.text);
                if (adjacent
                        && open != null
                        && open.field() == Field.CREDIT
                        && caption.credit().isEmpty()) {
                    captions.set(
                            captions.size() - 1,
                            new CopyCaption(caption.text(), captions.getLast().credit()));
                } else {
                    captions.add(caption);
                }
                open = line;
            } else if (line.field() == Field.CREDIT) {
                Optional<String> credit = Optional.of(credit(line.text));
                if (adjacent
                        && open != null
                        && open.field() == Field.CAPTION
                        && captions.getLast().credit().isEmpty()) {
                    captions.set(
                            captions.size() - 1,
                            new CopyCaption(captions.getLast().text(), credit));
                    open = null;
                } else {
                    captions.add(new CopyCaption(Optional.empty(), credit));
                    open = line;
                }
            } else if (line.field() != Field.BLANK) {
                open = null;
            }
        }
        return captions;
    }

    private static CopyCaption caption(String text) {
        Matcher labelled = CAPTION.matcher(text);
        if (labelled.matches()) {
            return caption(labelled.group(1));
        }
        Matcher shot = SHOT.matcher(text);
        if (shot.matches()) {
            return of(shot.group(1).replaceFirst("[、=＝,，]$", ""), shot.group(2));
        }
        Matcher tail = CREDIT_TAIL.matcher(text);
        if (tail.matches()) {
            return of(tail.group(1), tail.group(3));
        }
        Matcher uncued = UNCUED_TAIL.matcher(text);
        if (uncued.matches()) {
            return of(uncued.group(1), uncued.group(2));
        }
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.matches() && isCredit(bracketed.group(2))) {
            return of(bracketed.group(1), credit(bracketed.group(2)));
        }
        return new CopyCaption(Optional.of(text), Optional.empty());
    }

    private static CopyCaption of(String text, String credit) {
        return new CopyCaption(
                Optional.of(text.replaceAll("[\\s|–—-]+$", "").replaceFirst("^[▲△▼▽◀▶■□●◆]\\s*", ""))
                        .filter(t -> !t.isEmpty()),
                Optional.of(credit.strip()));
    }

    private static String credit(String text) {
        Matcher source = SOURCE.matcher(text);
        if (source.matches()) {
            return source.group(1).strip();
        }
        Matcher line = CREDIT_LINE.matcher(text);
        String credit = line.matches() ? line.group(1) : text;
        return credit.replaceFirst("(?iu)^" + CUE + "(?:\\s?[:：=＝／/・]\\s?|\\s+)(?=\\p{L})", "")
                .replaceFirst("(?:攝|摄)$", "")
                .strip();
    }

    private static boolean isCredited(String text) {
        // what a line ends with tells most lines apart before the patterns must
        String end = text.substring(Math.max(0, text.length() - LONGEST_TAIL));
        if (text.length() > LONGEST_CAPTION) {
            return false;
        }
        if (end.endsWith("影") || end.endsWith("摄") || end.endsWith("攝")) {
            return SHOT.matcher(text).matches();
        }
        Matcher bracketed = BRACKETED.matcher(text);
        if (CLOSING.indexOf(end.isEmpty() ? ' ' : end.charAt(end.length() - 1)) >= 0
                && bracketed.matches()
                && isCredit(bracketed.group(2))
                && !isQuotedSentence(bracketed.group(1))) {
            return true;
        }
        if (end.indexOf('/') >= 0 && UNCUED_TAIL.matcher(text).matches()) {
            return true;
        }
        Matcher tail = CREDIT_TAIL.matcher(text);
        return HANDS_OVER.matcher(end).find() && tail.matches() && isLabel(tail) && Prose.words(tail.group(3)) <= 8;
    }

    private static boolean isCredit(String bracket) {
        return Prose.words(bracket) <= 9
                && (CUED.matcher(bracket).find()
                        || CUE_LED.matcher(bracket).matches()
                        || ORGANISATION_AND_NAME.matcher(bracket).matches()
                        || NAME_AND_AGENCY.matcher(bracket).matches());
    }

    /** Within a sentence "picture: …" is the story's; a label has a capital or stands behind a bar. */
    private static boolean isLabel(Matcher tail) {
        return !Character.isLowerCase(tail.group(2).codePointAt(0))
                || tail.group(1).endsWith("|")
                || tail.group(1).endsWith("| ");
    }

    /** A paragraph of speech that ends in a bracket is the story's. */
    private static boolean isQuotedSentence(String text) {
        return SAYS.matcher(text.substring(0, 1)).matches();
    }

    private static boolean isShort(String text) {
        return text.length() <= 300;
    }
}
