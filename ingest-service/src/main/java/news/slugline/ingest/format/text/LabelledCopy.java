package news.slugline.ingest.format.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text whose fields are labelled, as {@link #render} writes it: a line {@code Headline: …} and the like, then a line
 * {@code Body:} and the paragraphs.
 *
 * <p>Nothing in the body is read as anything else, so that parsing what was rendered gives the same fields again.
 */
final class LabelledCopy {

    private static final Pattern LABEL = Pattern.compile(
            "^(Slugline|Section|Headline|Subheadline|Byline|Authors|Located|Caption|Credit|Ed-note|Copyright|Embargo|Notice):(?:\\s(.*))?$");
    private static final String BODY = "Body:";

    private LabelledCopy() {}

    static boolean isLabelled(Page page) {
        return page.lines().stream()
                        .filter(line -> !line.text.isEmpty())
                        .findFirst()
                        .filter(line -> LABEL.matcher(line.text).matches())
                        .isPresent()
                && page.lines().stream()
                        .dropWhile(line ->
                                line.text.isEmpty() || LABEL.matcher(line.text).matches())
                        .findFirst()
                        .filter(line -> line.text.equals(BODY))
                        .isPresent();
    }

    static String render(ParsedCopy copy) {
        var fields = Stream.of(
                        line("Slugline", copy.slugline()),
                        line("Section", copy.section()),
                        line("Headline", Optional.of(copy.headline())),
                        line("Subheadline", copy.subheadline()),
                        line("Byline", copy.byline()),
                        line(
                                "Authors",
                                Optional.of(String.join("; ", copy.authors())).filter(a -> !a.isEmpty())),
                        line("Located", copy.located()),
                        line("Ed-note", copy.edNote().map(note -> note.replace('\n', ' '))),
                        line("Copyright", copy.copyright()),
                        line("Embargo", copy.embargo()),
                        line("Notice", Optional.of(copy.notice().name())),
                        copy.captions().stream()
                                .flatMap(caption -> Stream.concat(
                                        Stream.of("Caption: " + caption.text().orElse("")),
                                        line("Credit", caption.credit()))))
                .flatMap(lines -> lines);
        return Stream.of(
                        fields,
                        Stream.of("", BODY, ""),
                        copy.paragraphs().stream().flatMap(p -> Stream.of(p, "")))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    static ParsedCopy parse(Page page) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        List<CopyCaption> captions = new ArrayList<>();
        List<String> authors = List.of();
        String located = "";
        String notice = ParsedCopy.Notice.NONE.name();
        boolean body = false;
        for (Page.Line line : page.lines()) {
            var label = LABEL.matcher(line.text);
            if (line.text.isEmpty()) {
                line.take("blank", Field.BLANK);
            } else if (body) {
                line.take("labelled-body", Field.BODY);
            } else if (label.matches()) {
                String value = Optional.ofNullable(label.group(2)).orElse("").strip();
                switch (label.group(1)) {
                    case "Authors" -> authors = List.of(value.split("; "));
                    case "Located" -> located = value;
                    case "Notice" -> notice = value;
                    case "Caption" -> captions.add(new CopyCaption(nonEmpty(value), Optional.empty()));
                    case "Credit" -> credit(captions, value);
                    default -> values.put(field(label.group(1)), value);
                }
                line.take("labelled", field(label.group(1)));
            } else {
                line.take("labelled-body-starts", Field.FURNITURE);
                body = true;
            }
        }
        return new ParsedCopy(
                value(values, Field.SECTION),
                value(values, Field.HEADLINE).orElse(""),
                value(values, Field.SUBHEADLINE),
                value(values, Field.BYLINE),
                authors,
                nonEmpty(located),
                value(values, Field.SLUGLINE),
                captions,
                BodyRules.paragraphs(page),
                value(values, Field.ED_NOTE),
                value(values, Field.COPYRIGHT),
                value(values, Field.EMBARGO),
                notice(notice),
                page.report());
    }

    private static ParsedCopy.Notice notice(String value) {
        return Stream.of(ParsedCopy.Notice.values())
                .filter(notice -> notice.name().equalsIgnoreCase(value))
                .findFirst()
                .orElse(ParsedCopy.Notice.NONE);
    }

    private static void credit(List<CopyCaption> captions, String credit) {
        if (captions.isEmpty()) {
            captions.add(new CopyCaption(Optional.empty(), nonEmpty(credit)));
        } else {
            captions.set(captions.size() - 1, new CopyCaption(captions.getLast().text(), nonEmpty(credit)));
        }
    }

    private static Field field(String label) {
        return switch (label) {
            case "Slugline" -> Field.SLUGLINE;
            case "Section" -> Field.SECTION;
            case "Headline" -> Field.HEADLINE;
            case "Subheadline" -> Field.SUBHEADLINE;
            case "Byline", "Authors" -> Field.BYLINE;
            case "Caption" -> Field.CAPTION;
            case "Credit" -> Field.CREDIT;
            case "Ed-note" -> Field.ED_NOTE;
            case "Copyright" -> Field.COPYRIGHT;
            case "Embargo" -> Field.EMBARGO;
            default -> Field.NOTICE;
        };
    }

    private static Optional<String> value(Map<Field, String> values, Field field) {
        return Optional.ofNullable(values.get(field)).filter(value -> !value.isEmpty());
    }

    private static Optional<String> nonEmpty(String value) {
        return Optional.of(value).filter(v -> !v.isEmpty());
    }

    private static Stream<String> line(String label, Optional<String> value) {
        return value.stream().map(v -> label + ": " + v);
    }
}
