package news.slugline.ingest.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import news.slugline.ingest.format.Arrival;
import news.slugline.ingest.format.Formats;
import news.slugline.ingest.format.Payload;

/** Prints how long it takes to read a text of 600 words and a web page of 200 KB, warm, on one core. Run its main method. */
final class ParseBenchmark {

    private static final String SENTENCE =
            "The harbour board met on Monday to decide about the crane, which has stood still since the storm, and put it off. ";
    private static final int WARM_UP = 400;
    private static final int RUNS = 400;

    private ParseBenchmark() {}

    public static void main(String[] arguments) {
        measure("plain text, 600 words", plainText());
        measure("web page, 200 KB", webPage());
    }

    private static void measure(String name, Payload payload) {
        var formats = new Formats();
        var arrival = new Arrival(null, Instant.parse("2026-03-01T12:00:00Z"));
        long[] took = new long[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            long start = System.nanoTime();
            formats.read(payload, arrival);
            took[Math.max(0, i)] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        System.out.printf(
                "%s: median %.2f ms, 99 %% under %.2f ms%n", name, took[RUNS / 2] / 1e6, took[RUNS * 99 / 100] / 1e6);
    }

    private static Payload plainText() {
        String text = "Share this article\n\nHarbour board puts off its crane\n\nBy Lena Osei\n\nPORT ESKER (NNA) - "
                + (SENTENCE.repeat(3) + "\n\n").repeat(9);
        return new Payload(text.getBytes(UTF_8), "text/plain", null);
    }

    private static Payload webPage() {
        var page = new StringBuilder(
                "<!doctype html><html><head><title>Harbour board puts off its crane</title></head><body><nav>");
        for (int i = 0; i < 900; i++) {
            page.append("<li class=\"menu-item menu-item-")
                    .append(i)
                    .append("\"><a href=\"/section/")
                    .append(i)
                    .append("\">Section ")
                    .append(i)
                    .append("</a></li>");
        }
        page.append("</nav><article><h1>Harbour board puts off its crane</h1>");
        for (int i = 0; i < 30; i++) {
            page.append("<p>").append(SENTENCE.repeat(3)).append("</p>");
        }
        page.append("</article><aside>");
        for (int i = 0; page.length() < 200_000; i++) {
            page.append("<div class=\"card card--teaser\"><a href=\"/story/")
                    .append(i)
                    .append("\"><img src=\"/t.jpg\" width=\"80\"><span>Another story of the day</span></a></div>");
        }
        return new Payload(page.append("</aside></body></html>").toString().getBytes(UTF_8), "text/html", null);
    }
}
