package news.slugline.ingest.copy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import news.slugline.ingest.desk.Desk;
import news.slugline.ingest.desk.Door;
import news.slugline.ingest.format.Formats;
import news.slugline.ingest.format.Payload;
import news.slugline.ingest.format.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pieces that are built to hurt get an answer within the budget, and cost the next piece nothing. */
class DefenceTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Ingestion ingestion = new Ingestion(new Formats(), Duration.ofSeconds(10));

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("nested arrays", "{\"headline\": " + "[".repeat(200_000), "application/json"),
                Arguments.of("nested objects", "{\"a\":".repeat(200_000), "application/json"),
                Arguments.of(
                        "a number without end", "{\"headline\": " + "9".repeat(2_000_000) + "}", "application/json"),
                Arguments.of("nested elements", "<nitf>" + "<p>".repeat(200_000), "application/xml"),
                Arguments.of("an element of many attributes", "<nitf " + attributes(20_000) + "/>", "application/xml"),
                Arguments.of(
                        "a bomb of entities",
                        "<!DOCTYPE rss [<!ENTITY a '" + "x".repeat(10_000) + "'><!ENTITY b '" + "&a;".repeat(10_000)
                                + "'>]><rss><channel><item><title>&b;</title></item></channel></rss>",
                        "application/rss+xml"),
                Arguments.of("a ZIP archive", "PK\u0003\u0004" + "\0".repeat(100_000), "application/zip"),
                Arguments.of("a gzip stream as copy", "\u001f\u008b\b" + "\0".repeat(100_000), "application/gzip"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void refusesWithAReasonAndARemedy(String name, String piece, String type) {
        assertThat(ingestion.read(copy(piece.getBytes(ISO_8859_1), type)))
                .as(name)
                .isInstanceOfSatisfying(Reading.Unreadable.class, problem -> {
                    assertThat(problem.reason()).isNotBlank();
                    assertThat(problem.remedy()).isNotBlank();
                });
    }

    @Test
    void endsOnMailInMailInMail() {
        var mail = new StringBuilder("From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n");
        for (int i = 0; i < 2_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        assertThat(ingestion.read(copy(mail.toString().getBytes(UTF_8), "message/rfc822")))
                .isNotNull();
    }

    @Test
    void givesUpAPieceThatTakesTooLongAndReadsTheNext() {
        var hasty = new Ingestion(new Formats(), Duration.ofMillis(1));
        byte[] large = "<p>The harbour, the quay, the crane and the ferry: all of it, again.</p>"
                .repeat(100_000)
                .getBytes(UTF_8);

        assertThat(hasty.read(copy(large, "text/html")))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        problem -> assertThat(problem.reason()).isEqualTo("too-slow"));
        assertThat(ingestion.read(copy(
                        "Harbour crane topples\n\nA crane fell into the harbour early on Sunday, the port said.\n"
                                .getBytes(UTF_8),
                        "text/plain")))
                .isInstanceOf(Reading.Understood.class);
    }

    private static String attributes(int count) {
        var attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append(" a").append(i).append("='1'");
        }
        return attributes.toString();
    }

    private static Copy copy(byte[] content, @Nullable String type) {
        return Copy.unnamed(UUID.randomUUID(), Desk.named("north"), Door.http, new Payload(content, type, null), NOW);
    }
}
