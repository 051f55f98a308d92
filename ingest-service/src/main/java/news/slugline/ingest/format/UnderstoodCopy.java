package news.slugline.ingest.format;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.slugline.event.Article;
import news.slugline.event.PubStatus;

/**
 * What a piece of copy says of itself, whatever its format.
 *
 * @param article all that the copy says. Its uri, version, versionCreated and contentHash are not given yet; a slugline
 *     that the copy does not carry is empty; a notice's pubStatus is that of its order
 * @param version the provider's number
 * @param lines for text: which rule took each line of the input, in order
 */
public record UnderstoodCopy(
        Article article,
        Optional<Long> version,
        Optional<Instant> versionCreated,
        Notice notice,
        List<LineReport> lines) {

    /** IPTC NewsCodes urgency of copy that names none: 5, "normal". */
    private static final int NORMAL_URGENCY = 5;

    /** A plain story, of which the format keeps no line report. */
    public UnderstoodCopy(
            Article.Builder article, Optional<Long> version, Optional<Instant> versionCreated, Notice notice) {
        this(article.build(), version, versionCreated, notice, List.of());
    }

    /** The body of an article whose paragraphs are these; blank ones are left out. */
    public static String body(List<String> paragraphs) {
        return paragraphs.stream().map(String::strip).filter(p -> !p.isEmpty()).collect(joining("\n\n"));
    }

    /** The body of an article below what it has at its top: a headline or byline that the body repeats there is left out. */
    public static String bodyBelow(Article.Builder top, List<String> paragraphs) {
        Set<String> said = Stream.of(top.getHeadline(), Objects.requireNonNullElse(top.getByline(), ""))
                .map(UnderstoodCopy::folded)
                .collect(toSet());
        List<String> below = paragraphs.stream()
                .dropWhile(paragraph -> said.contains(folded(paragraph)))
                .toList();
        return body(below.isEmpty() ? paragraphs : below);
    }

    private static String folded(String text) {
        return text.replaceAll("[\\s\\p{P}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** Lower-case hexadecimal SHA-256. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** An article of which nothing is known yet: for a format to fill in. */
    public static Article.Builder blankArticle() {
        return Article.newBuilder()
                .setUri("")
                .setVersion(0)
                .setVersionCreated(Instant.EPOCH)
                .setContentHash("")
                .setPubStatus(PubStatus.usable)
                .setUrgency(NORMAL_URGENCY)
                .setHeadline("")
                .setSlugline("")
                .setBody("")
                .setAuthors(List.of())
                .setPictures(List.of())
                .setSubjects(List.of())
                .setKeywords(List.of());
    }
}
