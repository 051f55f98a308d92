package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.ingest.format.text.ParsedCopy;
import news.slugline.ingest.format.text.PlainTextParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads what wires sent by teleprinter line and still send: IPTC 7901 and ANPA 1312, both a header, a text and an end
 * between control characters.
 *
 * <p>The header gives priority, category and keyword; the text is read as a page of plain text.
 */
final class TelegraphReader implements Format {

    private static final char SOH = '\u0001';
    private static final char STX = '\u0002';
    private static final char ETX = '\u0003';

    /** Source, number, priority, category, words, keyword: {@code dpa012 4 pl 312 afp 0034}. */
    private static final Pattern IPTC_7901 = Pattern.compile(
            "^\\s*(?:ZCZC\\s+)?([A-Za-z]{2,6})\\s?(\\d{1,5})\\s+([1-9])\\s+([A-Za-z]{1,4})\\s+(\\d{1,5})(?:\\s+(.{1,120}?))?\\s*$",
            Pattern.MULTILINE);
    /** Service level and number, selectors; priority, category, format codes, keyword, date and words: {@code r f bc-slug 03-01 0312}. */
    private static final Pattern ANPA = Pattern.compile(
            "(?m)^\\s*([fburdaws])\\s+([a-z])\\s?(?:[\\x10-\\x1F^]\\S{0,2}\\s)?\\s*(\\S.{1,80}?)\\s+(\\d{1,2}-\\d{1,2})\\s+(\\d{1,5})\\s*$",
            Pattern.CASE_INSENSITIVE);
    /** ANPA's typesetting codes. */
    private static final Pattern ANPA_CODES = Pattern.compile("[\\x10-\\x1A\\x1C-\\x1F]");

    private static final Pattern DATE_GROUP =
            Pattern.compile("(?mi)^\\s*(\\d{2})(\\d{4})\\s+([A-Z]{3,4})\\s+([A-Za-z]{3})\\s+(\\d{2})\\s*$");
    private static final Pattern EMPTY_LINES = Pattern.compile("(?m)^[ \\t]+$");

    private final PlainTextParser parser = new PlainTextParser();

    @Override
    public boolean recognises(Payload payload) {
        String head = payload.head();
        boolean isFramed = head.indexOf(SOH) >= 0
                && (head.indexOf(STX) >= 0 || new String(payload.content(), ISO_8859_1).indexOf(ETX) >= 0);
        return isFramed
                || head.startsWith("ZCZC")
                || IPTC_7901.matcher(firstLines(head)).find();
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        String text = TextDecoder.framed(payload.content(), payload.contentType());
        int start = Math.max(text.indexOf(STX), -1);
        int end = text.indexOf(ETX, Math.max(0, start));
        String header = start < 0 ? firstLines(text) : text.substring(0, start);
        String body = text.substring(start < 0 ? headerEnd(text) : start + 1, end < 0 ? text.length() : end);
        return read(printable(header), body, end < 0 ? "" : text.substring(end), arrival);
    }

    private Reading read(String header, String body, String tail, Arrival arrival) {
        Matcher iptc = IPTC_7901.matcher(header);
        Matcher anpa = ANPA.matcher(header);
        Article.Builder article = UnderstoodCopy.blankArticle();
        String keyword = "";
        if (iptc.find()) {
            article.setUrgency(Integer.parseInt(iptc.group(3)))
                    .setSubjects(List.of("iptccat:" + iptc.group(4).toLowerCase(Locale.ROOT)))
                    .setSource(iptc.group(1))
                    .setProviderId(iptc.group(1) + iptc.group(2));
            keyword = Optional.ofNullable(iptc.group(6)).orElse("");
        } else if (anpa.find()) {
            article.setUrgency(urgency(anpa.group(1)))
                    .setSubjects(List.of("anpacat:" + anpa.group(2).toLowerCase(Locale.ROOT)));
            keyword = anpa.group(3).strip();
        }
        TelegraphText text = TelegraphText.of(clean(body));
        // what was marked goes where the rules for a page look for it
        ParsedCopy parsed = parser.parse(Stream.of(text.headline(), text.byline(), Optional.of(text.rest()))
                .flatMap(Optional::stream)
                .collect(joining("\n\n")));
        Reading.Unreadable problem = describe(article, parsed, text.slugline().orElse(keyword), arrival);
        marked(article, text);
        if (problem != null) {
            return problem;
        }
        article.setPubStatus(parsed.notice().pubStatus());
        return new Reading.Understood(new UnderstoodCopy(
                article.build(),
                Optional.empty(),
                sent(body + "\n" + tail, arrival),
                new Notice(parsed.notice().order(), List.of()),
                parsed.lines()));
    }

    /** What was marked is sure. */
    private static void marked(Article.Builder article, TelegraphText text) {
        text.headline().ifPresent(article::setHeadline);
        text.byline().ifPresent(byline -> article.setByline(byline).setAuthors(Values.authors(byline)));
        text.edNote()
                .map(note -> Optional.ofNullable(article.getEdNote())
                        .map(other -> note + "\n" + other)
                        .orElse(note))
                .ifPresent(article::setEdNote);
        article.setKeywords(text.keywords());
    }

    private static Reading.@Nullable Unreadable describe(
            Article.Builder article, ParsedCopy parsed, String keyword, Arrival arrival) {
        List<String> paragraphs = new ArrayList<>(parsed.paragraphs());
        String headline = parsed.headline().isBlank() && !paragraphs.isEmpty() && !keyword.isEmpty()
                ? keyword
                : parsed.headline();
        article.setHeadline(headline)
                .setSubheadline(parsed.subheadline().orElse(null))
                .setSlugline(keyword.isEmpty() ? parsed.slugline().orElse("") : keyword)
                .setByline(parsed.byline().orElse(null))
                .setAuthors(parsed.authors())
                .setLocated(parsed.located().orElse(null))
                .setBody(UnderstoodCopy.body(paragraphs))
                .setEdNote(parsed.edNote().orElse(null))
                .setCopyrightHolder(parsed.copyright().orElse(null))
                .setPictures(parsed.captions().stream()
                        .map(caption -> Picture.newBuilder()
                                .setCaption(caption.text().orElse(null))
                                .setCredit(caption.credit().orElse(null))
                                .build())
                        .toList());
        return switch (parsed.embargo().map(line -> Embargo.read(line, arrival)).orElse(null)) {
            case null -> null;
            case Embargo.Until(var instant) -> {
                article.setEmbargoedUntil(instant);
                yield null;
            }
            case Embargo.NotUnderstood(var problem) -> problem;
        };
    }

    /** Flash, bulletin, urgent, regular, deferred and the like (ANPA 1312 priority) as IPTC urgency. */
    private static int urgency(String priority) {
        return switch (priority.toLowerCase(Locale.ROOT)) {
            case "f" -> 1;
            case "b" -> 2;
            case "u" -> 3;
            case "r" -> 4;
            case "d" -> 5;
            default -> 6;
        };
    }

    /** The date group at the end, {@code 011204 GMT Mar 26}: day, time, zone, month and year. */
    private static Optional<Instant> sent(String text, Arrival arrival) {
        Matcher group = DATE_GROUP.matcher(printable(text));
        if (!group.find()) {
            return Optional.empty();
        }
        String zone = switch (group.group(3).toUpperCase(Locale.ROOT)) {
            case "MEZ", "CET" -> "+0100";
            case "MESZ", "CEST" -> "+0200";
            case "GMT", "UTC" -> "+0000";
            default -> "";
        };
        String time = group.group(2).substring(0, 2) + ":" + group.group(2).substring(2);
        return zone.isEmpty()
                ? Optional.empty()
                : Values.instant(
                        group.group(1) + " " + group.group(4) + " 20" + group.group(5) + " " + time + " " + zone,
                        arrival.zone());
    }

    private static String clean(String body) {
        String text =
                ANPA_CODES.matcher(DATE_GROUP.matcher(body).replaceAll("")).replaceAll("");
        String lines = printable(text).replaceAll("(?m)^(?:NNNN|ZCZC.*)$", "");
        return EMPTY_LINES.matcher(lines).replaceAll("");
    }

    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "");
    }

    private static String firstLines(String text) {
        return String.join("\n", text.lines().limit(4).toList());
    }

    /** Where a header without control characters ends: behind its line. */
    private static int headerEnd(String text) {
        Matcher line = IPTC_7901.matcher(firstLines(text));
        return line.find() ? line.end() : 0;
    }
}
