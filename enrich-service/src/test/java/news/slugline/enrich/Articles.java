package news.slugline.enrich;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.slugline.event.Article;
import news.slugline.event.ArticleIngested;
import news.slugline.event.Lane;
import news.slugline.event.Picture;
import news.slugline.event.Provenance;
import news.slugline.event.PubStatus;
import news.slugline.event.Receipt;
import news.slugline.event.Tag;
import news.slugline.schemas.EventDeserializer;

/** Articles for tests. */
public final class Articles {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static {
        // Configuring the wire makes Avro trust the event classes, as the service does at its start.
        try (var events = new EventDeserializer()) {
            events.configure(Map.of("apicurio.registry.url", "http://localhost:1"), false);
        }
    }

    private Articles() {}

    public static Article article(String headline, String body) {
        return Article.newBuilder()
                .setUri("slugline:test:" + headline.hashCode())
                .setVersion(1)
                .setVersionCreated(NOON)
                .setContentHash("0".repeat(64))
                .setPubStatus(PubStatus.usable)
                .setUrgency(4)
                .setHeadline(headline)
                .setSlugline("test")
                .setBody(body)
                .setAuthors(List.of())
                .setPictures(List.of())
                .setSubjects(List.of())
                .build();
    }

    /** A picture as it comes, with what is said to be a JPEG. */
    public static Picture picture(String caption, byte[] content) {
        return Picture.newBuilder(caption(caption))
                .setContentType("image/jpeg")
                .setContent(ByteBuffer.wrap(content))
                .build();
    }

    /** The caption of a picture that did not come along. */
    public static Picture caption(String caption) {
        return Picture.newBuilder().setCaption(caption).build();
    }

    public static ArticleIngested ingested(Article article, Lane lane) {
        return new ArticleIngested(new Receipt("0190-test-" + lane, "metro", "http", NOON, lane), article);
    }

    public static Tag tag(String qcode, String name, String step) {
        return Tag.newBuilder()
                .setQcode(qcode)
                .setName(name)
                .setProvenance(new Provenance(step, "1", 1.0, ""))
                .build();
    }
}
