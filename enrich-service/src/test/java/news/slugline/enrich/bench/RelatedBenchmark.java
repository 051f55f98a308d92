package news.slugline.enrich.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.slugline.enrich.Articles;
import news.slugline.enrich.related.RelatedStories;
import news.slugline.event.Article;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Enrichment;
import news.slugline.event.Entity;
import news.slugline.event.EntityType;
import news.slugline.event.Lane;
import news.slugline.event.Mention;
import news.slugline.event.Provenance;
import news.slugline.event.Receipt;

/** Prints how long it takes to find the stories that one belongs with, among 100,000 of 400 words. */
final class RelatedBenchmark {

    private static final int STORIES = 100_000;
    private static final int WORDS = 400;
    private static final int VOCABULARY = 30_000;
    private static final int NAMES = 20_000;

    private RelatedBenchmark() {}

    public static void main(String[] arguments) {
        var stories = new RelatedStories(STORIES);
        var random = new Random(1);
        long began = System.nanoTime();
        for (int i = 0; i < STORIES; i++) {
            stories.remember(story(i, random));
        }
        System.out.printf("remembers %d stories, %.2f ms each%n", STORIES, (System.nanoTime() - began) / 1e6 / STORIES);
        var times = new double[2_000];
        for (int i = 0; i < times.length; i++) {
            var asked = story(STORIES + i, random);
            long start = System.nanoTime();
            stories.of(asked.getReceipt(), asked.getArticle(), asked.getEnrichment(), Articles.NOON);
            times[i] = (System.nanoTime() - start) / 1e6;
            stories.remember(asked);
        }
        Arrays.sort(times);
        System.out.printf(
                "asked: median %.2f ms, 99th of 100 %.2f ms%n",
                times[times.length / 2], times[times.length * 99 / 100]);
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf("heap %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static ArticleEnriched story(int number, Random random) {
        String body = IntStream.range(0, WORDS).mapToObj(_ -> word(random)).collect(Collectors.joining(" "));
        var article = Article.newBuilder(Articles.article(word(random) + " " + word(random) + " " + word(random), body))
                .setUri("story-" + number)
                .build();
        var receipt = new Receipt(
                "r" + number, "wire", "http", Articles.NOON.minus(Duration.ofSeconds(number % 100_000)), Lane.routine);
        List<Entity> names = IntStream.range(0, 8).mapToObj(_ -> name(random)).toList();
        return new ArticleEnriched(
                receipt, article, Enrichment.newBuilder().setEntities(names).build(), Instant.EPOCH);
    }

    /** Few words are frequent and many rare, as in any language. */
    private static String word(Random random) {
        return "word" + (int) (VOCABULARY * Math.pow(random.nextDouble(), 4));
    }

    private static Entity name(Random random) {
        return Entity.newBuilder()
                .setId("place/" + (int) (NAMES * Math.pow(random.nextDouble(), 4)))
                .setType(EntityType.place)
                .setName("a name")
                .setMentions(List.<Mention>of())
                .setProvenance(new Provenance("entities", "1", 1.0, ""))
                .setSalience(0.1)
                .build();
    }
}
