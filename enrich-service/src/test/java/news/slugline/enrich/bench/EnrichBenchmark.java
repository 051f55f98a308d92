package news.slugline.enrich.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import news.slugline.enrich.Articles;
import news.slugline.enrich.related.RelatedStories;
import news.slugline.enrich.step.EnrichmentStep;
import news.slugline.enrich.step.EntitiesStep;
import news.slugline.enrich.step.Findings;
import news.slugline.enrich.step.LanguageStep;
import news.slugline.enrich.step.RelatedStep;
import news.slugline.enrich.step.TextStep;
import news.slugline.enrich.step.TopicsStep;
import news.slugline.event.Article;
import news.slugline.event.Lane;

/**
 * Times each step on stories of 600 words without a picture, on one thread, and prints the medians.
 *
 * <p>Argument: the folder with the seeds of the topics, from which the stories are put together.
 */
final class EnrichBenchmark {

    private static final int WORDS = 600;
    private static final int ROUNDS = 6;

    private EnrichBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        List<Article> stories = stories(Path.of(arguments[0]));
        List<EnrichmentStep> steps = List.of(
                new LanguageStep(),
                new EntitiesStep(),
                new TopicsStep(),
                new TextStep(),
                new RelatedStep(new RelatedStories(100_000), Clock.systemUTC()));
        var times = new LinkedHashMap<String, List<Long>>();
        for (int round = 0; round < ROUNDS; round++) {
            times.clear();
            for (Article story : stories) {
                Findings findings = Findings.none(List.of());
                long whole = System.nanoTime();
                for (EnrichmentStep step : steps) {
                    long start = System.nanoTime();
                    findings = findings.with(
                            step.name(), step.version(), step.enrich(Articles.ingested(story, Lane.routine), findings));
                    times.computeIfAbsent(step.name(), _ -> new ArrayList<>()).add(System.nanoTime() - start);
                }
                times.computeIfAbsent("all", _ -> new ArrayList<>()).add(System.nanoTime() - whole);
            }
        }
        System.out.printf("%d stories of %d words%n", stories.size(), WORDS);
        times.forEach((step, nanos) -> {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(
                    "%-10s median %6.2f ms, 99 of 100 under %6.2f ms%n",
                    step, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
        });
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf("heap in use %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static List<Article> stories(Path folder) throws IOException {
        var stories = new ArrayList<Article>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                var body = new StringBuilder();
                String headline = "";
                int words = 0;
                for (String line : Files.readAllLines(file)) {
                    String text = line.substring(line.indexOf('\t') + 1);
                    headline = headline.isEmpty() ? text.substring(0, Math.min(60, text.length())) : headline;
                    body.append(body.isEmpty() ? "" : "\n\n").append(text);
                    words += Arrays.asList(text.split(" ", -1)).size();
                    if (words >= WORDS) {
                        stories.add(Articles.article(headline, body.toString()));
                        body.setLength(0);
                        headline = "";
                        words = 0;
                    }
                }
            }
        }
        return stories;
    }
}
