package news.slugline.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Enrichment;
import news.slugline.event.Entity;
import news.slugline.event.EntityType;
import news.slugline.event.Field;
import news.slugline.event.Lane;
import news.slugline.event.Language;
import news.slugline.event.Mention;
import news.slugline.event.Picture;
import news.slugline.event.Provenance;
import news.slugline.event.PubStatus;
import news.slugline.event.Receipt;
import news.slugline.event.Related;
import news.slugline.event.Rendition;
import news.slugline.event.Tag;
import news.slugline.publish.story.Sha256;
import org.jspecify.annotations.Nullable;

/** Builds pieces from enrichment for tests; each build is a receipt of its own unless one is named. */
public final class Pieces {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final String uri;
    private @Nullable String receipt;
    private long version = 1;
    private String headline = "Harbour bridge opens after nine years";
    private String body = "The first trams crossed at dawn.\n\nThousands walked behind them.";
    private String language = "en";
    private @Nullable String section = "Regional";
    private PubStatus status = PubStatus.usable;
    private @Nullable Instant embargo;
    private Instant receivedAt = NOON;
    private Instant enrichedAt = NOON.plusSeconds(1);
    private double confidence = 0.9;
    private List<String> tags = List.of("transport");
    private List<Picture> pictures = List.of();
    private int urgency = 5;
    private List<Related> related = List.of();

    private Pieces(String uri) {
        this.uri = uri;
    }

    public static Pieces of(String uri) {
        return new Pieces(uri);
    }

    /** A uri that no other test uses. */
    public static Pieces ofNewStory() {
        return new Pieces("urn:test:" + UUID.randomUUID());
    }

    public Pieces receipt(String id) {
        receipt = id;
        return this;
    }

    public Pieces version(long number) {
        version = number;
        return this;
    }

    public Pieces headline(String words) {
        headline = words;
        return this;
    }

    public Pieces body(String words) {
        body = words;
        return this;
    }

    public Pieces language(String tag) {
        language = tag;
        return this;
    }

    public Pieces section(@Nullable String name) {
        section = name;
        return this;
    }

    public Pieces status(PubStatus value) {
        status = value;
        return this;
    }

    public Pieces embargo(@Nullable Instant until) {
        embargo = until;
        return this;
    }

    public Pieces receivedAt(Instant instant) {
        receivedAt = instant;
        return this;
    }

    public Pieces enrichedAt(Instant instant) {
        enrichedAt = instant;
        return this;
    }

    public Pieces confidence(double value) {
        confidence = value;
        return this;
    }

    public Pieces tags(String... names) {
        tags = List.of(names);
        return this;
    }

    public Pieces urgency(int value) {
        urgency = value;
        return this;
    }

    /** That enrichment found the piece to be an earlier story, written through. */
    public Pieces writeThroughOf(String earlier) {
        related = List.of(new Related(earlier, "Before", "write-through", 0.95));
        return this;
    }

    /** A picture and its caption are all there is. */
    public Pieces onlyPicture(String sha256, String caption) {
        withPictures(sha256);
        pictures = List.of(
                Picture.newBuilder(pictures.getFirst()).setCaption(caption).build());
        body = caption;
        return this;
    }

    /** A picture with the sizes that enrichment makes, and one that is a caption only. */
    public Pieces withPictures(String sha256) {
        List<Rendition> renditions = new ArrayList<>();
        for (var size : List.of("thumbnail 150", "small 480", "large 1280", "original 3000")) {
            String[] nameAndWidth = size.split(" ", -1);
            int width = Integer.parseInt(nameAndWidth[1]);
            String href = "/media/" + sha256 + "/" + nameAndWidth[0] + ".jpg";
            renditions.add(new Rendition(nameAndWidth[0], href, "image/jpeg", width, width * 2 / 3, width * 100L));
        }
        pictures = List.of(
                Picture.newBuilder()
                        .setSha256(sha256)
                        .setContentType("image/jpeg")
                        .setCaption("The first tram")
                        .setCredit("Ida Moreau")
                        .setAltText("A tram on a bridge")
                        .setRenditions(renditions)
                        .build(),
                Picture.newBuilder()
                        .setCaption("The mayor waves")
                        .setCredit("Harbour News")
                        .build());
        return this;
    }

    public ArticleEnriched build() {
        String id = receipt == null ? UUID.randomUUID().toString() : receipt;
        Lane lane = urgency <= 2 ? Lane.flash : Lane.routine;
        return new ArticleEnriched(
                new Receipt(id, "wire", "http", receivedAt, lane), article(), enrichment(), enrichedAt);
    }

    private Article article() {
        return Article.newBuilder()
                .setUri(uri)
                .setVersion(version)
                .setVersionCreated(NOON)
                .setContentHash(Sha256.hex((headline + body + section + status + embargo).getBytes(UTF_8)))
                .setPubStatus(status)
                .setUrgency(urgency)
                .setHeadline(headline)
                .setSubheadline("Nine years late, and nobody minded")
                .setSlugline("bridge")
                .setByline("By Ada Quist in Port Alder")
                .setAuthors(List.of("Ada Quist"))
                .setLocated("PORT ALDER")
                .setBody(body)
                .setSection(section)
                .setPictures(pictures)
                .setEmbargoedUntil(embargo)
                .build();
    }

    private Enrichment enrichment() {
        var provenance = new Provenance("test", "1", confidence, "");
        return Enrichment.newBuilder()
                .setLanguage(new Language(language, provenance))
                .setEntities(List.of(Entity.newBuilder()
                        .setId("place/port-alder")
                        .setType(EntityType.place)
                        .setName("Port Alder")
                        .setMentions(List.of(new Mention(Field.body, 0, 3, -1)))
                        .setProvenance(provenance)
                        .build()))
                .setRelated(related)
                .setTags(tags.stream()
                        .map(name -> Tag.newBuilder()
                                .setQcode("medtop:" + name)
                                .setName(name)
                                .setProvenance(provenance)
                                .build())
                        .toList())
                .build();
    }
}
