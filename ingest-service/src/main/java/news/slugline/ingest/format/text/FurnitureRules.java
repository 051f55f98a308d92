package news.slugline.ingest.format.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a page carries beside the story.
 *
 * <p>A line is furniture only as a whole: a sentence of the story may begin with any of these words.
 */
public final class FurnitureRules {

    private static final Phrases FURNITURE = Phrases.of("/furniture/furniture.txt");
    private static final Phrases RELATED = Phrases.of("/furniture/related.txt");
    private static final int LONGEST_LINK = 160;

    private static final Pattern COUNTS = Pattern.compile(
            "(?iu)(?:share|save|comments?|likes?|views?|shares?|join the conversation|kommentare|commentaires?|réagir|comentarios|comentários"
                    + "|комментари\\p{L}{1,3}|коммент\\p{L}*)\\s?[(\\[]?\\d[\\d.,kK]*(?:\\s\\p{L}{5,14})?[)\\]]?"
                    + "|\\d[\\d.,kK]*\\s(?:comments?|likes?|views?|shares?|kommentare|commentaires?|comentarios|comentários)"
                    + "|(?:listen|ouvir|écouter|escuchar|anhören|ascolta)\\b.{0,30}\\(\\d{1,2}\\s?min\\.?\\)"
                    + "|(?:\\d{1,3}|an?|one|two|three)[ -]?min(?:ute)?s?(?: de)?(?: read(?:ing time)?| lecture| lesezeit)"
                    + "|lesezeit:? \\d.{0,20}|temps de lecture ?:? ?\\d.{0,20}|\\d{1,2}:\\d{2}"
                    + "|list (?:of \\d+ items?|\\d+ of \\d+)|page \\d+ of \\d+|\\d+/\\d+");

    private static final Pattern INVITATIONS = Pattern.compile(
            "(?iU)(?:sign up|subscribe|register|log ?in|follow us|click here|download (?:the|our) app|get (?:the|our)"
                    + " (?:latest|best|app)|get (?:the|our|your)\\b.{0,60}\\b(?:inbox|headlines|newsletter|alerts)|recevez\\b.{0,80}\\b(?:newsletter|lettre|infolettre)|subscreva|receba\\b.{0,60}\\bnewsletter|join our|enter your e-?mail|don't miss|support (?:our|independent) journalism"
                    + "|we use cookies|this site uses cookies|by (?:signing up|subscribing|clicking)|abonnez-vous|inscrivez-vous"
                    + "|suscr[ií]bete|s[ií]guenos|abonnieren sie|newsletter|melden sie sich|folgen sie uns|подписывайтесь"
                    + "|подпишитесь|iscriviti|assine|siga-nos|abone ol)\\b.{0,140}");

    /** What an invitation that is a whole sentence offers; without it the sentence is the story's. */
    private static final Pattern OFFERS = Pattern.compile(
            "(?iU)newsletter|\\bapps?\\b|inbox|e-?mail|channel|account|cookies?|for free|journalism|alerts|notifications|whatsapp|telegram"
                    + "|канал|kanal|boletín|abonn|suscri|facebook|instagram|twitter");

    private static final Pattern OPENS = Pattern.compile("(?iu).{0,160}\\bopens in (?:a )?new (?:window|tab)\\b.{0,4}");
    private static final Pattern SHARE = Pattern.compile(
            "(?iu)(?:kindly |please )?(?:share|teilen|partager|compartir|compartilhar|condividi|dela|del|paylaş|поделиться)"
                    + "(?: (?:this|article|story|on|via|by|with|auf|sur|en|no|su|på|в|to|&|and|or|facebook|twitter|x|linkedin"
                    + "|whatsapp|e-?mail|reddit|telegram|print|save)){1,8}\\s?:?");

    private static final Pattern JOINT = Pattern.compile("\\s?[•·|]\\s?|\\s{2,}");
    private static final Pattern BREAKS = Pattern.compile("[\\p{P}\\p{S}\\s]{1,200}|_{3,}");
    private static final Pattern NUMBERED = Pattern.compile("^\\(?\\d{1,2}[.)]?(?:\\s.{1,150})?$");
    private static final Pattern LABELLED = Pattern.compile("^([^:：|]{3,40}?)\\s?[:：|]\\s?(\\S.{0,158})$");
    private static final Pattern MORE_ON = Pattern.compile(
            "(?iu)(?:read more|more|more news|more stories|related) (?:on|about|from|in)\\s[^.!?]{2,40}");

    private FurnitureRules() {}

    /** Whether the whole line is a phrase of page furniture, such as an invitation to share or subscribe. */
    public static boolean isFurniture(String line) {
        return FURNITURE.is(line)
                || INVITATIONS.matcher(line).matches()
                || COUNTS.matcher(line).matches();
    }

    /** Whether the whole line announces links to other stories. */
    public static boolean isRelated(String line) {
        return RELATED.is(line);
    }

    /** Buttons and labels that pages of many languages carry, as whole lines. */
    static void phrases(Page page) {
        page.take(line -> FURNITURE.is(line.text) && !RELATED.is(line.text), "furniture-phrase", Field.FURNITURE);
    }

    /** Several of these on one line, parted by dots or bars. */
    static void joined(Page page) {
        page.take(line -> JOINT.matcher(line.text).find() && isJoined(line.text), "furniture-joined", Field.FURNITURE);
    }

    private static boolean isJoined(String text) {
        return Arrays.stream(JOINT.split(text))
                .map(String::strip)
                .allMatch(part -> FURNITURE.is(part)
                        || COUNTS.matcher(part).matches()
                        || SHARE.matcher(part).matches()
                        || DateRules.isDate(part));
    }

    /** Counters and times: "112 comments", "5 min read". */
    static void counts(Page page) {
        page.take(line -> COUNTS.matcher(line.text).matches(), "furniture-count", Field.FURNITURE);
    }

    /** Offers to sign up, follow or share that are no sentence of the story: they address the reader in the imperative. */
    static void invitations(Page page) {
        page.take(
                line -> SHARE.matcher(line.text).matches()
                        || OPENS.matcher(line.text).matches()
                        || (INVITATIONS.matcher(line.text).matches()
                                && (!Prose.endsSentence(line.text)
                                        || OFFERS.matcher(line.text).find())),
                "furniture-invitation",
                Field.FURNITURE);
    }

    /** A heading such as "Related articles", and the links under it; or "Read more:" and its one link. */
    static void related(Page page) {
        for (Page.Line line : List.copyOf(page.open().toList())) {
            if (line.isOpen() && (RELATED.is(line.text) || isMoreOn(page, line))) {
                line.take("related-heading", Field.FURNITURE);
                takeLinks(page, linksUnder(page, line));
            } else if (line.isOpen() && isLabelledLink(line.text)) {
                line.take("related-link", Field.FURNITURE);
            }
        }
    }

    /** Lines of rules, dots and stars. */
    static void breaks(Page page) {
        page.take(line -> BREAKS.matcher(line.text).matches(), "furniture-break", Field.FURNITURE);
    }

    /** After a blank line a single short line may be a crosshead of the story; two or more are links. */
    private static Page.@Nullable Line linksUnder(Page page, Page.Line heading) {
        Page.Line first = page.beside(heading, 1);
        if (first == null || first.index == heading.index + 1) {
            return first;
        }
        Page.Line second = page.next(first);
        boolean several = second != null && !second.text.isEmpty() && isLink(second.text);
        return several || isNumbered(first) || page.beside(first, 1) == null ? first : null;
    }

    private static void takeLinks(Page page, Page.@Nullable Line first) {
        Page.Line line = first;
        while (line != null && (!line.isOpen() || isLink(line.text))) {
            if (line.isOpen()) {
                line.take("related-link", Field.FURNITURE);
            }
            Page.Line next = page.next(line);
            boolean blockGoesOn = next != null && (!next.text.isEmpty() || isNumbered(page.beside(line, 1)));
            line = blockGoesOn ? page.beside(line, 1) : null;
        }
    }

    /** "More on floods" above links, not above a sentence. */
    private static boolean isMoreOn(Page page, Page.Line line) {
        Page.Line below = page.next(line);
        return MORE_ON.matcher(line.text).matches() && (below == null || !below.isProse());
    }

    private static boolean isNumbered(Page.@Nullable Line line) {
        return line != null && NUMBERED.matcher(line.text).matches();
    }

    /** A link is a headline: no sentence, unless it asks a question. */
    private static boolean isLink(String text) {
        return text.length() <= LONGEST_LINK && (!Prose.endsSentence(text) || text.endsWith("?") || text.endsWith("؟"));
    }

    private static boolean isLabelledLink(String text) {
        var labelled = LABELLED.matcher(text);
        return labelled.matches() && RELATED.is(labelled.group(1)) && isLink(labelled.group(2));
    }
}
