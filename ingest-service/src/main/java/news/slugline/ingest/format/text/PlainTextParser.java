package news.slugline.ingest.format.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes a page of text apart, as an editor copied it off a paper's site or a wire.
 *
 * <p>Rules are tried in order, and each takes the lines that it is sure of; what no rule takes is the story. Pure: never
 * throws, and gives the same for the same text.
 */
public final class PlainTextParser {

    private static final List<Rule> RULES = List.of(
            NoticeRules::blanks,
            NoticeRules::longLines,
            WireRules::headers,
            NoticeRules::slugs,
            NoticeRules::orders,
            NoticeRules::embargoes,
            NoticeRules::editorsNotes,
            WireRules::marks,
            WireRules::trailers,
            ReleaseRules::releases,
            BodyRules::wrappedParagraphs,
            NoticeRules::keywords,
            NoticeRules::copyrights,
            NoticeRules::signOffs,
            FurnitureRules::counts,
            FurnitureRules::joined,
            FurnitureRules::related,
            BylineRules::by,
            CaptionRules::labelled,
            CaptionRules::creditLines,
            CaptionRules::credited,
            BylineRules::reporting,
            BylineRules::cued,
            BylineRules::withAgency,
            BylineRules::named,
            BylineRules::roles,
            BylineRules::contacts,
            BylineRules::below,
            DateRules::dates,
            HeadRules::masthead,
            HeadRules::sections,
            FurnitureRules::phrases,
            FurnitureRules::invitations,
            FurnitureRules::breaks,
            HeadRules::sections,
            HeadRules::datelines,
            HeadRules::headline,
            HeadRules::subheadline,
            BodyRules::body);

    /** For text of which the rules above would leave too little: only what cannot be a story's. */
    private static final List<Rule> CAREFUL = List.of(
            NoticeRules::blanks, NoticeRules::embargoes, FurnitureRules::phrases, HeadRules::headline, BodyRules::body);

    private static final int LEAST_SHARE_OF_STORY = 3;

    /** Takes a text apart whose line ends are {@code \n}. */
    public ParsedCopy parse(String text) {
        Page page = new Page(text);
        if (LabelledCopy.isLabelled(page)) {
            return LabelledCopy.parse(page);
        }
        apply(RULES, page);
        if (isTooLittle(page)) {
            page = new Page(text);
            apply(CAREFUL, page);
        }
        return copy(page);
    }

    private static void apply(List<Rule> rules, Page page) {
        rules.forEach(rule -> rule.apply(page));
    }

    /** A line or two that remain of a long text are more likely a misreading than a story. */
    private static boolean isTooLittle(Page page) {
        int taken = words(page, Field.FURNITURE) + words(page, Field.CREDIT) + words(page, Field.BYLINE);
        int story = words(page, Field.BODY) + words(page, Field.HEADLINE);
        return story > 0 && taken > story * LEAST_SHARE_OF_STORY && taken > 60;
    }

    private static int words(Page page, Field field) {
        return page.of(field).mapToInt(line -> Prose.words(line.text)).sum();
    }

    private static ParsedCopy copy(Page page) {
        List<String> paragraphs = BodyRules.paragraphs(page);
        Optional<Dateline> dateline = paragraphs.isEmpty() ? Optional.empty() : Dateline.of(paragraphs.getFirst());
        dateline.ifPresent(found -> paragraphs.set(0, found.rest()));
        WireRules.cleanEnds(paragraphs, page);
        String printed = joined(page, Field.HEADLINE);
        ParsedCopy.Notice notice = notice(page, printed);
        String headline = WireRules.withoutMark(NoticeRules.withoutPriority(printed));
        if (paragraphs.isEmpty() && notice == ParsedCopy.Notice.FLASH && !headline.isEmpty()) {
            // a flash of one line is both: the headline is the news
            paragraphs.add(headline);
        }
        Optional<String> byline = page.first(Field.BYLINE)
                .map(line -> line.text.replaceFirst("^[-–—]\\s+", ""))
                .or(() -> dateline.flatMap(Dateline::byline));
        return new ParsedCopy(
                HeadRules.section(page),
                headline,
                page.first(Field.SUBHEADLINE).map(line -> line.text.replaceFirst("^[*•●▪■►-]\\s+", "")),
                byline,
                BylineRules.authors(byline.orElse(null)),
                dateline.flatMap(Dateline::place)
                        .or(() -> page.first(Field.DATELINE)
                                .flatMap(line -> Dateline.of(line.text + " …"))
                                .flatMap(Dateline::place))
                        .or(() -> DateRules.placeOfDate(page))
                        .or(() -> byline.flatMap(BylineRules::place)),
                page.first(Field.SLUGLINE).flatMap(line -> NoticeRules.slugline(line.text)),
                CaptionRules.captions(page),
                paragraphs,
                all(page, Field.ED_NOTE, NoticeRules::editorsNote),
                page.first(Field.COPYRIGHT).map(line -> line.text),
                page.first(Field.EMBARGO)
                        .map(line -> EmbargoLine.order(line.text).orElse(line.text)),
                notice,
                page.report());
    }

    private static ParsedCopy.Notice notice(Page page, String headline) {
        List<String> notices = page.of(Field.NOTICE).map(line -> line.text).toList();
        if (notices.stream().anyMatch(NoticeRules::isKill)) {
            return ParsedCopy.Notice.KILL;
        }
        if (notices.stream().anyMatch(NoticeRules::isCorrection)) {
            return ParsedCopy.Notice.CORRECTION;
        }
        if (notices.stream().anyMatch(NoticeRules::isAdvisory)) {
            return ParsedCopy.Notice.ADVISORY;
        }
        if (page.of(Field.SLUGLINE).anyMatch(line -> WireRules.isLead(line.text))) {
            return ParsedCopy.Notice.WRITE_THROUGH;
        }
        return notices.isEmpty() && NoticeRules.withoutPriority(headline).equals(headline)
                ? ParsedCopy.Notice.NONE
                : ParsedCopy.Notice.FLASH;
    }

    private static String joined(Page page, Field field) {
        return page.of(field).map(line -> line.text).collect(Collectors.joining(" "));
    }

    private static Optional<String> all(Page page, Field field, Function<String, String> value) {
        return page.of(field).map(line -> value.apply(line.text)).reduce((first, second) -> first + "\n" + second);
    }
}
