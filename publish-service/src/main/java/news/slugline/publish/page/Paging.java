package news.slugline.publish.page;

import java.util.List;
import java.util.Optional;
import news.slugline.publish.story.Listing;
import news.slugline.publish.story.Story;

/**
 * One page of a list, counted from 1.
 *
 * @param number at most {@link #LAST}: deeper pages would cost the database more than they give a reader
 */
record Paging(Listing listing, int number) {

    static final int SIZE = 20;

    private static final int LAST = 500;

    static Optional<Paging> parse(Listing listing, String number) {
        return Optional.of(number)
                .filter(digits -> digits.matches("[1-9][0-9]{0,2}"))
                .map(Integer::valueOf)
                .filter(page -> page <= LAST)
                .map(page -> new Paging(listing, page));
    }

    int offset() {
        return (number - 1) * SIZE;
    }

    String path() {
        return path(number);
    }

    /** Divides one story more than the page holds into the page and the knowledge that there is another. */
    Shelf shelf(List<Story> found) {
        boolean hasNext = found.size() > SIZE && number < LAST;
        return new Shelf(
                found.stream().limit(SIZE).toList(),
                number > 1 ? Optional.of(path(number - 1)) : Optional.empty(),
                hasNext ? Optional.of(path(number + 1)) : Optional.empty());
    }

    private String path(int page) {
        return page == 1 ? listing.path() : listing.path() + "?page=" + page;
    }
}
