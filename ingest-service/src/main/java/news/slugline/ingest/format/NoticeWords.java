package news.slugline.ingest.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.PubStatus;
import news.slugline.ingest.format.Notice.Order;

/**
 * Tells from its words what a piece orders, in any format whose metadata do not say: kill, hold, correction, write-through
 * or advisory, and which story it names.
 *
 * <p>Only words in the places and spellings of wires count, so that a story about a kill or a correction stays a story.
 */
final class NoticeWords {

    private static final Pattern KILL = Pattern.compile(
            "(?U)^(?:(?:BULLETIN|MANDATORY|LITIGATION|STORY|URGENT|ADVISORY|EDITORS?)[ :,/-]+){0,2}(?:KILL(?:[ ,!-]+KILL){1,4}|KILL(?: NOTICE| ORDER| ADVISORY)|(?:BULLETIN|MANDATORY|LITIGATION|STORY) KILL|TAKEDOWN(?: NOTICE)?|WITHDRAWAL|RETRACTION|RETRAIT|ANNULATION|ANULACIÓN|ZURÜCKGEZOGEN)\\b.{0,160}"
                    + "|(?i)^(?:eds?|editors|desks|attention editors)\\b.{0,40}\\b(?:please )?(?:kill|withdraw|delete|remove) (?:the |this |our )?(?:story|item|piece|copy|report)\\b.{0,160}");
    private static final Pattern KILL_LABEL = Pattern.compile("^KILL\\s?[:–—-]\\s?\\S.{0,200}");
    private static final Pattern HOLD = Pattern.compile(
            "(?u)^(?:HOLD(?: FOR NOW| STORY| NOTICE)?(?:\\s?[:!–—-]\\s?.{0,200})?|HOLD HOLD.{0,100}|DO NOT (?:USE|PUBLISH)\\b.{0,160}|SUSPEND USE\\b.{0,160}|BITTE NICHT VERWENDEN.{0,100}|NE PAS UTILISER.{0,100})$");
    private static final Pattern CORRECTION = Pattern.compile(
            "(?U)^\\(?(?:CORRECTION|CORRECTED(?: REPEAT)?|CORRECTIVE|CORRECTS|CORRECTING|ERRATUM|BERICHTIGUNG|KORRIGIERT|KORREKTUR|CORRECTIF|RECTIFICATIF|CORRECCIÓN|RECTIFICACIÓN|RETTELSE|RÄTTELSE|CORREZIONE|CORREÇÃO)\\b\\)?.{0,160}");
    private static final Pattern WRITE_THROUGH = Pattern.compile(
            "(?iu)^.{0,80}[,\\s-](?:\\d{1,2}(?:st|nd|rd|th)\\s(?:ld|lead|add|sub)(?:-?\\s?writethru)?|writethru|write-through|lead-all)\\b.{0,60}$|^(?:UPDATE \\d{1,2}|WRAPUP \\d{1,2}|RPT|REFILE)-.{2,200}|^.{2,80}\\d\\. (?:Lead|Zusammenfassung|Zsf)\\b.{0,40}$");
    private static final Pattern ADVISORY = Pattern.compile(
            "(?u)^(?:(?:EDITORS'? |NEWS |MEDIA |PHOTO |SERVICE )?ADVISORY\\b.{0,200}|NOT FOR PUBLICATION(?! BEFORE| UNTIL| TILL).{0,100}|HINWEIS AN DIE REDAKTIONEN.{0,100}|NEWS (?:BUDGET|DIGEST|AGENDA|PLANNER)\\b.{0,100})$");
    private static final Pattern SLUGGED = Pattern.compile(
            "(?iu)\\b(?:slugged|under the slug(?:line)?|slug(?:line)?\\s?:|story named|keyword)\\s+[\"“”']?([\\p{L}\\p{N}][\\p{L}\\p{N}/&._-]{2,80})");
    private static final Pattern HEADED = Pattern.compile(
            "(?iu)\\b(?:headlined|headed|entitled|titled|with the headline)\\s*,?\\s*[\"“„«']([^\"“”»']{5,200})[\"”“»']");
    private static final Pattern NUMBERED = Pattern.compile(
            "(?u)\\b(?:[Tt]ransref|[Ii]tem [Ii][Dd]|ID|[Ss]tory (?:ID|number|no\\.?))\\s?[:#]?\\s?([\\p{L}\\p{N}][\\p{L}\\p{N}._:/-]{2,120})");

    private NoticeWords() {}

    /** The copy with what its words order, where its format found no order. */
    static UnderstoodCopy read(UnderstoodCopy copy) {
        if (copy.notice().order() != Order.NONE) {
            return copy.notice().references().isEmpty() ? naming(copy) : copy;
        }
        Order order = order(copy.article());
        if (order == Order.NONE) {
            return copy;
        }
        Article.Builder article = Article.newBuilder(copy.article());
        switch (order) {
            case KILL -> article.setPubStatus(PubStatus.canceled);
            case HOLD, ADVISORY -> article.setPubStatus(PubStatus.withheld);
            case NONE, CORRECTION, WRITE_THROUGH -> {}
        }
        Notice notice = new Notice(order, references(copy.article()));
        return new UnderstoodCopy(article.build(), copy.version(), copy.versionCreated(), notice, copy.lines());
    }

    private static UnderstoodCopy naming(UnderstoodCopy copy) {
        Notice notice = new Notice(copy.notice().order(), references(copy.article()));
        return new UnderstoodCopy(copy.article(), copy.version(), copy.versionCreated(), notice, copy.lines());
    }

    private static Order order(Article article) {
        if (places(article)
                        .anyMatch(text -> KILL.matcher(text).matches()
                                || KILL_LABEL.matcher(text).matches())
                || notes(article).anyMatch(note -> KILL.matcher("Eds: " + note).matches())) {
            return Order.KILL;
        }
        if (places(article).anyMatch(text -> HOLD.matcher(text).matches())) {
            return Order.HOLD;
        }
        if (places(article).anyMatch(text -> CORRECTION.matcher(text).matches())) {
            return Order.CORRECTION;
        }
        if (Stream.of(article.getHeadline(), article.getSlugline())
                .anyMatch(text -> ADVISORY.matcher(text).matches())) {
            return Order.ADVISORY;
        }
        return Stream.of(article.getSlugline(), article.getHeadline())
                        .anyMatch(text -> WRITE_THROUGH.matcher(text).matches())
                ? Order.WRITE_THROUGH
                : Order.NONE;
    }

    private static Stream<String> places(Article article) {
        return Stream.concat(Stream.of(article.getHeadline(), article.getSlugline()), notes(article))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Stream<String> notes(Article article) {
        return article.getEdNote().stream().flatMap(String::lines).limit(5);
    }

    /** The names that the text gives the story it is about, without the orders themselves. */
    private static List<String> references(Article article) {
        String text =
                String.join("\n", article.getHeadline(), article.getEdNote().orElse(""), head(article.getBody()));
        Stream<String> labelled = Stream.of(article.getHeadline())
                .filter(headline -> KILL_LABEL.matcher(headline).matches())
                .map(headline -> headline.replaceFirst("^KILL\\s?[:–—-]\\s?", ""));
        return Stream.concat(
                        labelled,
                        Stream.of(SLUGGED, HEADED, NUMBERED)
                                .flatMap(pattern -> pattern.matcher(text).results())
                                .map(found -> found.group(1)))
                .map(name -> name.replaceAll("[.,;:]+$", "").strip())
                .filter(name -> name.codePoints().anyMatch(Character::isLetterOrDigit))
                .filter(name -> !name.toLowerCase(Locale.ROOT)
                        .equals(article.getSlugline().toLowerCase(Locale.ROOT)))
                .distinct()
                .limit(10)
                .toList();
    }

    private static String head(String body) {
        return Optional.of(body)
                .filter(text -> text.length() > 2_000)
                .map(text -> text.substring(0, 2_000))
                .orElse(body);
    }
}
