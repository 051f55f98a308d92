package news.slugline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.Picture;
import news.slugline.ingest.format.Notice.Order;
import news.slugline.ingest.format.mime.MimePart;
import news.slugline.ingest.format.text.Prose;

/**
 * Reads mail (RFC 5322, MIME): its text, or the copy that is attached to a cover note, with the pictures beside it.
 *
 * <p>The subject is the headline only where the text has none. A sender is not an author: he goes to the editors' note.
 */
final class MailReader implements Format {

    private static final Pattern HEADER = Pattern.compile(
            "\\A(?:From |(?:Return-Path|Received|From|To|Date|Subject|Message-ID|MIME-Version|Delivered-To|DKIM-Signature|X-[\\w-]{1,40}):)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SECOND =
            Pattern.compile("(?im)^(?:From|Subject|Message-ID|Date|MIME-Version):.{0,500}$");
    private static final Pattern PREFIX = Pattern.compile(
            "(?iu)^(?:(?:re|aw|fwd?|wg|tr|rv|sv|vs|antw)\\s?(?:\\[\\d{1,2}\\])?\\s?:|\\[[^\\]]{1,40}\\])\\s*");
    private static final Pattern SIGNATURE = Pattern.compile(
            "(?im)^(?:-- ?|_{5,}|-{5,}|sent from my .{1,40}|von meinem .{1,30} gesendet|envoyé de mon .{1,30}|get outlook for .{1,20})$");
    private static final Pattern DISCLAIMER = Pattern.compile(
            "(?im)^\\s*(?:this (?:e-?mail|message)(?: and any attachments)? (?:is|are|may be|contains).{0,40}(?:confidential|intended|privileged)|diese e-mail enthält vertrauliche|ce message est confidentiel|confidentiality notice|disclaimer:).*");
    private static final int COVER_NOTE = 600;

    private final BiFunction<Payload, Arrival, Reading> formats;

    /**
     * @param formats reads the mail's text, or an attachment
     */
    MailReader(BiFunction<Payload, Arrival, Reading> formats) {
        this.formats = formats;
    }

    @Override
    public boolean recognises(Payload payload) {
        String head = payload.head();
        boolean isMail = HEADER.matcher(head).find()
                && SECOND.matcher(head).results().limit(2).count() == 2;
        return isMail || payload.mediaType().equals("message/rfc822");
    }

    @Override
    public Reading read(Payload payload, Arrival arrival) {
        try {
            return read(MimePart.message(payload.content()), arrival);
        } catch (IOException e) {
            return new Reading.Unreadable(
                    "not-mail",
                    "The mail cannot be taken apart: " + e.getMessage() + ".",
                    "Send it again as plain text, or its attachment by itself.");
        }
    }

    private Reading read(MimePart mail, Arrival arrival) {
        List<MimePart> leaves = mail.all()
                .filter(part -> part.parts().isEmpty() && part.content().length > 0)
                .toList();
        List<MimePart> pictures = leaves.stream()
                .filter(part -> PictureReader.isPicture(payload(part)))
                .toList();
        Optional<Reading> text = text(leaves, arrival);
        Optional<Reading> attached = leaves.stream()
                .filter(part -> isCopy(part) && !pictures.contains(part))
                .map(part -> formats.apply(payload(part), arrival))
                .filter(reading -> reading instanceof Reading.Understood(var copy)
                        && !copy.article().getBody().isBlank())
                .findFirst();
        Reading story = attached.filter(_ -> text.isEmpty() || isCoverNote(text.get()))
                .or(() -> text)
                .orElseGet(() -> pictures.isEmpty()
                        ? new Reading.Unreadable(
                                "no-body",
                                "The mail has no text and no picture.",
                                "Send the story as the mail's text, or attach it.")
                        : new Reading.Understood(PictureReader.article(pictures.stream()
                                .map(part -> PictureReader.picture(payload(part)))
                                .toList())));
        return switch (story) {
            case Reading.Unreadable unreadable -> unreadable;
            case Reading.Understood(var copy) ->
                new Reading.Understood(withMail(copy, mail, pictures, leaves, arrival));
        };
    }

    /** The alternatives say the same: plain text where it has any, for its lines are as the desk wrote them. */
    private Optional<Reading> text(List<MimePart> leaves, Arrival arrival) {
        return Stream.of("text/plain", "text/html")
                .flatMap(type -> leaves.stream().filter(part -> part.mediaType().equals(type) && !part.isAttachment()))
                .map(part -> readText(part, arrival))
                .filter(reading -> reading instanceof Reading.Unreadable
                        || (reading instanceof Reading.Understood(var copy)
                                && (copy.notice().order() != Order.NONE
                                        || !(copy.article().getBody()
                                                        + copy.article().getHeadline())
                                                .isBlank())))
                .findFirst();
    }

    private Reading readText(MimePart part, Arrival arrival) {
        if (part.mediaType().equals("text/html")) {
            return formats.apply(payload(part), arrival);
        }
        String decoded = TextDecoder.decode(part.content(), part.contentType().orElse(null));
        String text = part.contentType()
                        .filter(type -> type.toLowerCase(Locale.ROOT).contains("format=flowed"))
                        .isPresent()
                ? decoded.replaceAll("(?m)(?<=\\S) \\n(?!>|\\n|-- )", " ")
                : decoded;
        byte[] own = withoutTail(text).getBytes(UTF_8);
        return formats.apply(new Payload(own, "text/plain; charset=utf-8", null), arrival);
    }

    /** Without signature, disclaimer and quoted mail. */
    private static String withoutTail(String text) {
        String own = text.replaceAll("(?m)^>.*\\n?", "");
        for (Pattern tail : List.of(SIGNATURE, DISCLAIMER)) {
            var found = tail.matcher(own);
            if (found.find() && !own.substring(0, found.start()).isBlank()) {
                own = own.substring(0, found.start());
            }
        }
        return own;
    }

    private static UnderstoodCopy withMail(
            UnderstoodCopy copy, MimePart mail, List<MimePart> pictures, List<MimePart> leaves, Arrival arrival) {
        Article understood = copy.article();
        String subject = subject(mail);
        List<String> notes = new ArrayList<>();
        understood.getEdNote().ifPresent(notes::add);
        mail.header("From").ifPresent(from -> notes.add("Mail from " + from));
        leaves.stream()
                .filter(part -> part.isAttachment() && !pictures.contains(part) && !isCopy(part))
                .flatMap(part -> part.fileName().stream())
                .forEach(name -> notes.add("Attachment that was not read: " + name));
        List<Picture> all = new ArrayList<>(understood.getPictures());
        if (!pictures.isEmpty()
                && all.stream().noneMatch(picture -> picture.getContent().isPresent())) {
            List<Picture> came = pictures.stream()
                    .map(part -> PictureReader.picture(payload(part)))
                    .toList();
            all = new ArrayList<>(MultipartReader.merged(came, all));
        }
        // a mail that begins with its first sentence has its headline in the subject
        boolean isSubjectTheHeadline = !subject.isEmpty()
                && (understood.getHeadline().isBlank()
                        || understood.getBody().isBlank()
                        || Prose.isProse(understood.getHeadline()));
        Article.Builder article = Article.newBuilder(understood)
                .setHeadline(isSubjectTheHeadline ? subject : understood.getHeadline())
                .setBody(
                        isSubjectTheHeadline
                                ? UnderstoodCopy.body(List.of(understood.getHeadline(), understood.getBody()))
                                : understood.getBody())
                .setEdNote(String.join("\n", notes))
                .setPictures(all)
                .setProviderId(understood
                        .getProviderId()
                        .or(() -> mail.header("Message-ID").map(id -> id.replaceAll("[<>]", "")))
                        .orElse(null));
        List<String> references = copy.notice().order() == Order.NONE
                ? List.of()
                : Stream.concat(copy.notice().references().stream(), references(mail))
                        .distinct()
                        .toList();
        return new UnderstoodCopy(
                article.build(),
                copy.version(),
                copy.versionCreated()
                        .or(() -> mail.header("Date").flatMap(date -> Values.instant(date, arrival.zone()))),
                new Notice(copy.notice().order(), references),
                copy.lines());
    }

    private static Stream<String> references(MimePart mail) {
        return Stream.of("In-Reply-To", "References")
                .flatMap(name -> mail.header(name).stream())
                .flatMap(ids -> Stream.of(ids.replaceAll("[<>]", " ").strip().split("\\s+")))
                .limit(20);
    }

    private static String subject(MimePart mail) {
        String subject = mail.header("Subject").orElse("");
        for (int i = 0; i < 5; i++) {
            subject = PREFIX.matcher(subject).replaceFirst("");
        }
        return subject.strip();
    }

    private static boolean isCopy(MimePart part) {
        String name = part.fileName().orElse("").toLowerCase(Locale.ROOT);
        return part.isAttachment() && name.matches(".*\\.(?:txt|html?|xml|json|nitf|eml)");
    }

    private static boolean isCoverNote(Reading text) {
        return !(text instanceof Reading.Understood(var copy))
                || copy.article().getBody().length() < COVER_NOTE;
    }

    private static Payload payload(MimePart part) {
        return new Payload(
                part.content(), part.contentType().orElse(null), part.fileName().orElse(null));
    }
}
