package news.slugline.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Entity;
import news.slugline.event.Lane;
import news.slugline.event.Picture;
import news.slugline.event.Tag;
import news.slugline.local.TestStack;
import news.slugline.schemas.EventDeserializer;
import news.slugline.schemas.Headers;
import news.slugline.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Articles go through the real service on a real broker and come out enriched. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "slugline.ops.password=secret")
class EnrichIT {

    @TempDir
    private static Path media;

    @Autowired
    private KafkaTemplate<String, SpecificRecord> events;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.shared().springProperties("publish").forEach((key, value) -> registry.add(key, () -> value));
        registry.add("slugline.media.folder", media::toString);
        registry.add("slugline.media.allowed-networks", () -> "127.0.0.1/32");
    }

    @Test
    void enrichesARoutineArticleWithItsPicture() throws Exception {
        var article = article("enrich-it-routine");

        send(Topic.ARTICLE_INGESTED, article, Lane.routine);
        var record = received(Topic.ARTICLE_ENRICHED, article.getUri());

        var enriched = event(record);
        assertThat(enriched.getEnrichment().getMissing()).isEmpty();
        assertThat(enriched.getEnrichment().getLanguage().orElseThrow().getTag())
                .isEqualTo("en");
        assertThat(enriched.getEnrichment().getEntities())
                .extracting(Entity::getId)
                .contains("person/wanjiru-kamau", "organisation/harbour-workers-union", "place/mombasa");
        assertThat(enriched.getEnrichment().getTags()).extracting(Tag::getQcode).contains("medtop:09000000");
        var picture = enriched.getArticle().getPictures().getFirst();
        assertThat(picture.getContent()).isEmpty();
        assertThat(picture.getCaption()).contains("The quay at noon");
        assertThat(picture.getRenditions()).hasSize(11).allSatisfy(rendition -> {
            String path = rendition.getHref().substring("/media/".length());
            assertThat(media.resolve(path.substring(0, 2)).resolve(path)).hasSize(rendition.getSizeInBytes());
        });
        assertThat(header(record, Headers.TRANSACTION_ID))
                .contains(enriched.getReceipt().getId());
        assertThat(header(record, Headers.DESK)).contains("metro");
        assertThat(header(record, Headers.LANE)).contains("routine");
        assertThat(header(record, Headers.VERSION)).contains("1");
        Awaitility.await()
                .untilAsserted(() -> assertThat(meters.timer("slugline.stage.latency", "stage", "enrich")
                                .count())
                        .isPositive());
        assertThat(meters.timer("slugline.enrichment.step", "step", "entities").count())
                .isPositive();
    }

    @Test
    void enrichesAFlashOnItsOwnLane() throws Exception {
        var article = article("enrich-it-flash");

        send(Topic.ARTICLE_INGESTED_FLASH, article, Lane.flash);
        var record = received(Topic.ARTICLE_ENRICHED_FLASH, article.getUri());

        assertThat(event(record).getEnrichment().getEntities()).isNotEmpty();
        assertThat(event(record).getEnrichment().getMissing()).containsExactly("pictures");
        assertThat(header(record, Headers.LANE)).contains("flash");
        var completed = event(received(Topic.ARTICLE_ENRICHED_REVISED, article.getUri()));
        assertThat(completed.getEnrichment().getMissing()).isEmpty();
        assertThat(completed.getArticle().getPictures().getFirst().getRenditions())
                .hasSize(11);
        Awaitility.await()
                .untilAsserted(() -> assertThat(meters.counter("slugline.article.enriched", "lane", "flash")
                                .count())
                        .isPositive());
    }

    @Test
    void sendsTheTextOnWhileTheMediaStoreIsAwayAndCompletesItWhenItIsBack() throws Exception {
        Path aside = media.resolveSibling(media.getFileName() + "-aside");
        Files.move(media, aside);
        Files.createFile(media);
        var article = article("enrich-it-store-away");

        send(Topic.ARTICLE_INGESTED, article, Lane.routine);
        var partial = event(received(Topic.ARTICLE_ENRICHED, article.getUri()));
        Files.delete(media);
        Files.move(aside, media);

        assertThat(partial.getEnrichment().getMissing()).containsExactly("pictures");
        assertThat(partial.getEnrichment().getEntities()).isNotEmpty();
        var completed = event(received(Topic.ARTICLE_ENRICHED_REVISED, article.getUri()));
        assertThat(completed.getEnrichment().getMissing()).isEmpty();
        assertThat(completed.getArticle().getPictures().getFirst().getRenditions())
                .hasSize(11);
    }

    @Test
    void fetchesThePictureThatTheCopyPointsToBehindTheText() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] content = jpeg();
        server.createContext("/quay.jpg", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "image/jpeg");
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        try {
            var article = Article.newBuilder(article("enrich-it-fetch"))
                    .setPictures(List.of(Picture.newBuilder(Articles.caption("The quay"))
                            .setHref("http://127.0.0.1:" + server.getAddress().getPort() + "/quay.jpg")
                            .build()))
                    .build();

            send(Topic.ARTICLE_INGESTED, article, Lane.routine);

            assertThat(event(received(Topic.ARTICLE_ENRICHED, article.getUri()))
                            .getEnrichment()
                            .getMissing())
                    .containsExactly("pictures");
            var completed = event(received(Topic.ARTICLE_ENRICHED_REVISED, article.getUri()));
            assertThat(completed.getEnrichment().getMissing()).isEmpty();
            assertThat(completed.getArticle().getPictures().getFirst().getRenditions())
                    .hasSize(11);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void sendsAnArticleOnWhoseOnlyPictureIsBroken() throws Exception {
        var broken = Articles.picture("Gone", "no picture".getBytes(UTF_8));
        var article = Article.newBuilder(article("enrich-it-broken"))
                .setPictures(List.of(broken))
                .build();

        send(Topic.ARTICLE_INGESTED, article, Lane.routine);
        var enriched = event(received(Topic.ARTICLE_ENRICHED, article.getUri()));

        assertThat(enriched.getEnrichment().getMissing()).containsExactly("pictures");
        assertThat(enriched.getEnrichment().getEntities()).isNotEmpty();
        assertThat(enriched.getArticle().getPictures())
                .singleElement()
                .satisfies(picture -> assertThat(picture.getCaption()).contains("Gone"));
    }

    private static Article article(String uri) throws IOException {
        var picture = Articles.picture("The quay at noon", jpeg());
        return Article.newBuilder(Articles.article("Dockers walk out in Mombasa", """
                        Crane drivers went on strike on Monday, said Wanjiru Kamau, the mayor of Mombasa.

                        The Harbour Workers Union wants higher wages for 3,000 workers. Kamau called for talks."""))
                .setUri(uri)
                .setPictures(List.of(picture))
                .build();
    }

    private static byte[] jpeg() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    private void send(Topic topic, Article article, Lane lane) throws Exception {
        events.send(topic.topicName(), article.getUri(), Articles.ingested(article, lane))
                .get(30, TimeUnit.SECONDS);
    }

    private ConsumerRecord<String, byte[]> received(Topic topic, String key) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", TestStack.shared().bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().equals(key)) {
                        found.add(record);
                    }
                }
                return !found.isEmpty();
            });
            return found.getFirst();
        }
    }

    private static ArticleEnriched event(ConsumerRecord<String, byte[]> record) {
        try (var deserializer = new EventDeserializer()) {
            deserializer.configure(
                    Map.of("apicurio.registry.url", TestStack.shared().registryUrl()), false);
            return (ArticleEnriched) deserializer.deserialize(record.topic(), record.headers(), record.value());
        }
    }

    private static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name)).map(header -> new String(header.value(), UTF_8));
    }
}
