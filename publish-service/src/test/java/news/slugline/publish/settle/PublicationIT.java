package news.slugline.publish.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.PubStatus;
import news.slugline.event.Receipt;
import news.slugline.publish.OnTestStack;
import news.slugline.publish.Pieces;
import news.slugline.publish.SettableClock;
import news.slugline.publish.Site;
import news.slugline.publish.Told;
import news.slugline.publish.story.StoredEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnTestStack
class PublicationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String uri = "urn:test:" + UUID.randomUUID();

    @Autowired
    private Publication publication;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private StoredEvents events;

    private Told told;
    private Site site;

    @BeforeEach
    void look(@Autowired JdbcClient jdbc, @LocalServerPort int port) {
        told = new Told(jdbc, events);
        site = new Site(port);
    }

    @Test
    void publishesAStoryAndTellsOfItOnce() {
        var piece = Pieces.of(uri).build();

        publication.publish(piece);
        long head = told.head();
        publication.publish(piece);

        assertThat(told.about(uri)).containsExactly("story published", "copy published");
        assertThat(told.head()).isEqualTo(head);
        assertThat(told.settlements(uri).getFirst().getUrl().orElseThrow()).startsWith("https://news.example/stories/");
        assertThat(site.story(uri).body()).contains("Harbour bridge opens");
    }

    @Test
    void redeliveryChangesNoByteOfPageAndFeed() {
        var first = Pieces.of(uri)
                .version(1)
                .headline("First words")
                .section("Bytes")
                .build();
        var second = Pieces.of(uri)
                .version(2)
                .headline("Second words")
                .section("Bytes")
                .build();
        publication.publish(first);
        publication.publish(second);
        String page = site.story(uri).body();
        String feed = site.get("/section/bytes/feed.rss").body();

        clock.advance(Duration.ofMinutes(1));
        publication.publish(first);
        publication.publish(second);
        publication.publish(reread(second));

        assertThat(site.story(uri).body()).isEqualTo(page);
        assertThat(site.get("/section/bytes/feed.rss").body()).isEqualTo(feed);
        assertThat(told.about(uri))
                .containsExactly("story published", "copy published", "story updated", "copy published");
    }

    @Test
    void settlesAPieceThatIsDeliveredToSeveralThreadsAtOnceOnce() throws Exception {
        var piece = Pieces.of(uri).build();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> deliveries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                deliveries.add(threads.submit(() -> publication.publish(piece)));
            }
            for (Future<?> delivery : deliveries) {
                delivery.get();
            }
        }

        assertThat(told.about(uri)).containsExactly("story published", "copy published");
    }

    @Test
    void aWriteThroughKnownByItsTextTakesThePlaceOfTheEarlierStory() {
        String later = "urn:test:" + UUID.randomUUID();
        publication.publish(Pieces.of(uri).build());
        var writeThrough = Pieces.of(later)
                .receivedAt(Pieces.NOON.plusSeconds(60))
                .headline("Harbour bridge opens to thousands")
                .writeThroughOf(uri)
                .build();
        publication.publish(writeThrough);
        publication.publish(writeThrough);
        publication.publish(Pieces.of(uri)
                .confidence(0.5)
                .enrichedAt(Pieces.NOON.plusSeconds(90))
                .build());

        assertThat(site.story(uri).body()).contains("opens to thousands");
        assertThat(told.about(uri))
                .containsExactly("story published", "copy published", "story withdrawn", "copy duplicate");
        assertThat(told.about(later)).containsExactly("story published", "copy published");
    }

    @Test
    void aWriteThroughTakesThePlaceOfAnEarlierStoryThatIsReadAfterIt() {
        String later = "urn:test:" + UUID.randomUUID();
        publication.publish(Pieces.of(later)
                .receivedAt(Pieces.NOON.plusSeconds(60))
                .headline("Harbour bridge opens to thousands")
                .writeThroughOf(uri)
                .build());
        publication.publish(Pieces.of(uri).build());

        assertThat(site.story(uri).body()).contains("opens to thousands");
        publication.publish(Pieces.of(uri)
                .version(2)
                .receivedAt(Pieces.NOON.plusSeconds(120))
                .headline("A version of its own")
                .build());
        assertThat(site.story(uri).body()).contains("A version of its own");
    }

    @Test
    void aKillNeverReachesAStoryByItsText() {
        String later = "urn:test:" + UUID.randomUUID();
        publication.publish(Pieces.of(uri).build());
        publication.publish(Pieces.of(later)
                .receivedAt(Pieces.NOON.plusSeconds(60))
                .status(PubStatus.canceled)
                .writeThroughOf(uri)
                .build());

        assertThat(site.story(uri).statusCode()).isEqualTo(200);
        publication.publish(Pieces.of(later + "x")
                .receivedAt(Pieces.NOON.plusSeconds(60))
                .writeThroughOf(uri)
                .build());
        publication.publish(Pieces.of(uri).version(2).status(PubStatus.canceled).build());
        assertThat(site.story(uri).statusCode()).isEqualTo(410);
        assertThat(site.story(later + "x").statusCode()).isEqualTo(200);
    }

    @Test
    void aWriteThroughOfAnotherDesksStoryIsAStoryOfItsOwn() {
        String later = "urn:test:" + UUID.randomUUID();
        var first = Pieces.of(uri).build();
        publication.publish(ArticleEnriched.newBuilder(first)
                .setReceipt(
                        Receipt.newBuilder(first.getReceipt()).setDesk("rival").build())
                .build());
        publication.publish(Pieces.of(later)
                .receivedAt(Pieces.NOON.plusSeconds(60))
                .writeThroughOf(uri)
                .build());

        assertThat(site.story(uri).statusCode()).isEqualTo(200);
        assertThat(site.story(later).statusCode()).isEqualTo(200);
    }

    @Test
    void anOlderVersionNeverReplacesANewerOne() {
        double stale = meters.counter("slugline.story.stale").count();
        publication.publish(Pieces.of(uri).version(2).headline("Newer words").build());
        publication.publish(Pieces.of(uri).version(1).headline("Older words").build());

        assertThat(site.story(uri).body()).contains("Newer words").doesNotContain("Older words");
        assertThat(told.about(uri)).containsExactly("story published", "copy published", "copy superseded");
        assertThat(meters.counter("slugline.story.stale").count()).isEqualTo(stale + 1);
    }

    @Test
    void aRepeatedPieceIsADuplicateAndMovesTheFenceUp() {
        publication.publish(Pieces.of(uri).version(1).build());
        publication.publish(Pieces.of(uri).version(3).build());
        publication.publish(
                Pieces.of(uri).version(2).headline("Words in between").build());

        assertThat(told.about(uri))
                .containsExactly("story published", "copy published", "copy duplicate", "copy superseded");
        assertThat(site.story(uri).body()).doesNotContain("Words in between");
    }

    @Test
    void theLaterOfTwoPiecesWithOneVersionWinsInEitherOrder() {
        double conflicts = meters.counter("slugline.story.conflict").count();
        var earlier = Pieces.of(uri).headline("Earlier words").build();
        var later = Pieces.of(uri)
                .headline("Later words")
                .receivedAt(Pieces.NOON.plusSeconds(5))
                .build();
        publication.publish(later);
        publication.publish(earlier);

        assertThat(site.story(uri).body()).contains("Later words");
        assertThat(told.about(uri)).containsExactly("story published", "copy published", "copy superseded");
        assertThat(meters.counter("slugline.story.conflict").count()).isEqualTo(conflicts + 1);
    }

    @Test
    void aPieceThatIsEnrichedAnewIsAMetadataRevision() {
        var receipt = UUID.randomUUID().toString();
        publication.publish(Pieces.of(uri).receipt(receipt).build());
        publication.publish(Pieces.of(uri)
                .receipt(receipt)
                .confidence(0.2)
                .enrichedAt(Pieces.NOON.plusSeconds(9))
                .build());
        assertThat(told.about(uri)).containsExactly("story published", "copy published");

        publication.publish(Pieces.of(uri)
                .receipt(receipt)
                .tags("transport", "late tag")
                .enrichedAt(Pieces.NOON.plusSeconds(10))
                .build());
        assertThat(told.about(uri)).containsExactly("story published", "copy published", "story updated");
        assertThat(site.story(uri).body()).contains("late tag");
    }

    @Test
    void aKilledStoryIsGoneForGood() {
        publication.publish(Pieces.of(uri)
                .section("Killed stories")
                .withPictures("cd".repeat(32))
                .build());
        publication.publish(Pieces.of(uri).version(2).status(PubStatus.canceled).build());
        publication.publish(Pieces.of(uri).version(3).headline("Alive again").build());

        var answer = site.story(uri);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("removed").doesNotContain("Harbour").doesNotContain("Alive");
        assertThat(site.get("/").body()).doesNotContain(answer.uri().getPath());
        assertThat(site.get("/section/killed-stories").statusCode()).isEqualTo(404);
        assertThat(site.get("/section/killed-stories/feed.rss").statusCode()).isEqualTo(404);
        assertThat(told.about(uri))
                .containsExactly("story published", "copy published", "story killed", "copy killed", "copy killed");
        assertThat(told.changes(uri).getLast().getHeadline()).isEmpty();
    }

    @Test
    void aKillWorksBeforeItsStoryHasCome() {
        publication.publish(Pieces.of(uri)
                .version(2)
                .status(PubStatus.canceled)
                .headline("")
                .body("")
                .build());
        publication.publish(Pieces.of(uri).version(1).build());

        assertThat(site.story(uri).statusCode()).isEqualTo(410);
        assertThat(told.about(uri)).containsExactly("copy killed", "copy killed");
    }

    @Test
    void aWithheldVersionWithdrawsTheStoryUntilANewerOneIsUsable() {
        publication.publish(Pieces.of(uri).section("Withdrawn stories").build());
        publication.publish(Pieces.of(uri).version(2).status(PubStatus.withheld).build());

        assertThat(site.story(uri).statusCode()).isEqualTo(404);
        assertThat(site.get("/section/withdrawn-stories").statusCode()).isEqualTo(404);

        publication.publish(
                Pieces.of(uri).version(3).section("Withdrawn stories").build());

        assertThat(site.story(uri).statusCode()).isEqualTo(200);
        assertThat(told.about(uri))
                .containsExactly(
                        "story published",
                        "copy published",
                        "story withdrawn",
                        "copy held",
                        "story published",
                        "copy superseded",
                        "copy published");
    }

    @Test
    void holdsAnEmbargoedStoryUntilItsInstant() {
        var until = clock.instant().plus(Duration.ofMinutes(30));
        publication.publish(Pieces.of(uri)
                .section("Secrets")
                .headline("A secret opens")
                .tags("secret")
                .embargo(until)
                .build());

        assertThat(told.about(uri)).containsExactly("copy held");
        assertThat(told.settlements(uri).getFirst().getUrl()).isEmpty();
        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        for (String path : List.of("/section/secrets", "/section/secrets/feed.rss", "/tag/medtop-secret")) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(site.story(uri).statusCode()).isEqualTo(404);
        assertThat(site.get("/").body() + site.get("/feed.rss").body())
                .doesNotContain("A secret opens")
                .doesNotContain("Secrets");

        clock.advance(Duration.ofMillis(1));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(site.story(uri).statusCode()).isEqualTo(200));
        assertThat(site.get("/section/secrets/feed.rss").body()).contains("A secret opens");
        assertThat(told.about(uri)).containsExactly("copy held", "story published", "copy published");
    }

    @Test
    void keepsTheVisibleVersionWhileItsSuccessorIsUnderEmbargo() {
        var until = clock.instant().plus(Duration.ofMinutes(30));
        publication.publish(Pieces.of(uri).headline("Open words").build());
        publication.publish(Pieces.of(uri)
                .version(2)
                .headline("Secret words")
                .embargo(until)
                .build());
        assertThat(site.story(uri).body()).contains("Open words").doesNotContain("Secret words");

        clock.advance(Duration.ofMinutes(30));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(site.story(uri).body()).contains("Secret words"));
        assertThat(told.about(uri))
                .containsExactly("story published", "copy published", "copy held", "story updated", "copy published");
    }

    @Test
    void aKillEndsAnEmbargoedStoryWithoutAWordOfIt() {
        var until = clock.instant().plus(Duration.ofMinutes(30));
        publication.publish(Pieces.of(uri).embargo(until).build());
        publication.publish(Pieces.of(uri).version(2).status(PubStatus.canceled).build());
        clock.advance(Duration.ofMinutes(31));

        assertThat(told.about(uri)).containsExactly("copy held", "copy killed", "copy killed");
        assertThat(site.story(uri).statusCode()).isEqualTo(410);
    }

    @Test
    void rejectsWhatCannotBePublishedAndSaysWhy() {
        publication.publish(Pieces.of(uri).headline(" ").build());

        assertThat(told.about(uri)).containsExactly("copy rejected");
        assertThat(told.settlements(uri).getFirst().getReason()).hasValue("the headline is empty");
        assertThat(site.story(uri).statusCode()).isEqualTo(404);
    }

    @Test
    void takesCharactersThatTheDatabaseRefuses() {
        publication.publish(Pieces.of(uri)
                .headline("Be\u0000ll rings")
                .section("Sec\u0000tion")
                .build());

        assertThat(site.story(uri).body()).contains("Bell rings");
    }

    /** As Kafka would deliver it: another object with the same content. */
    private ArticleEnriched reread(ArticleEnriched piece) {
        return events.decode(events.encode(piece), ArticleEnriched.class);
    }
}
