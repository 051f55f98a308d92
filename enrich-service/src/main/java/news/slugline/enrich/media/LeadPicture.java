package news.slugline.enrich.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.slugline.enrich.text.Folding;
import news.slugline.event.Article;
import news.slugline.event.Picture;

/**
 * Chooses the picture that stands above the story: an early one that is large, lies on its side, and whose caption speaks of
 * what the headline does. The others keep their order.
 */
public final class LeadPicture {

    private static final int GOOD_WIDTH = 960;
    private static final int SHORTEST_WORD = 4;
    /** So much later in the copy a picture may be and still win with a caption about the headline's matter. */
    private static final double LATER = 0.25;

    private LeadPicture() {}

    public static List<Picture> first(List<Picture> pictures, Article article) {
        Set<String> headline = words(article.getHeadline());
        var ordered = new ArrayList<>(pictures);
        IntStream.range(0, pictures.size())
                .filter(at -> !pictures.get(at).getRenditions().isEmpty())
                .boxed()
                .max(Comparator.<Integer>comparingDouble(at -> fitness(pictures.get(at), at, headline))
                        .thenComparing(Comparator.reverseOrder()))
                .ifPresent(best -> ordered.addFirst(ordered.remove((int) best)));
        return List.copyOf(ordered);
    }

    private static double fitness(Picture picture, int at, Set<String> headline) {
        var original = picture.getRenditions().getLast();
        double size = Math.min(1, (double) original.getWidth() / GOOD_WIDTH);
        double shape = (double) original.getWidth() / original.getHeight();
        double lying = shape >= 1 && shape <= 2.4 ? 1 : shape > 2.4 ? 0 : 0.5;
        Set<String> caption = words(picture.getCaption().or(picture::getAltText).orElse(""));
        double shared = headline.isEmpty()
                ? 0
                : (double) headline.stream().filter(caption::contains).count() / headline.size();
        return 1.5 * size + 0.4 * lying + shared - LATER * Math.min(at, 4);
    }

    private static Set<String> words(String text) {
        return Stream.of(text)
                .map(Folding::fold)
                .flatMap(folded -> Arrays.stream(folded.split("[^\\p{L}\\p{M}\\p{N}]+")))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
    }
}
