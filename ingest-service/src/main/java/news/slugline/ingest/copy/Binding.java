package news.slugline.ingest.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.ingest.format.Notice.Order;
import news.slugline.ingest.format.UnderstoodCopy;

/**
 * Finds the article that a notice means: by uri, provider's id, slugline or headline, among those that the desk handed in.
 *
 * <p>Never guesses: what fits several articles, or none where one must be meant, is left to a person.
 */
final class Binding {

    private Binding() {}

    /** What a piece is about. */
    sealed interface Target {

        /** The article of this uri. */
        record Known(KnownArticle article) implements Target {}

        /** Itself: its identity is its own. */
        record Itself() implements Target {}

        /** A person has to say. */
        record Undecided() implements Target {}
    }

    /** All names by which the piece may mean an article; empty for a plain story. */
    static List<String> names(UnderstoodCopy understood) {
        if (!looksElsewhere(understood)) {
            return List.of();
        }
        var names = new ArrayList<String>();
        understood.article().getProviderId().map(Identity::unversioned).ifPresent(names::add);
        for (String reference : understood.notice().references()) {
            names.add(Identity.unversioned(reference));
            names.add(Identity.sluglineKey(reference));
        }
        names.add(Identity.sluglineKey(understood.article().getSlugline()));
        return names.stream().filter(name -> !name.isBlank()).distinct().toList();
    }

    /**
     * Decides what the piece is about.
     *
     * @param candidates the desk's articles that go by one of {@link #names}, each once
     */
    static Target target(Copy copy, UnderstoodCopy understood, List<KnownArticle> candidates) {
        if (copy.uri() != null || !looksElsewhere(understood)) {
            return new Target.Itself();
        }
        Optional<String> ownId = understood.article().getProviderId().map(Identity::unversioned);
        if (ownId.isPresent()
                && candidates.stream().anyMatch(known -> known.providerId().equals(ownId))) {
            return new Target.Itself();
        }
        return switch (candidates.size()) {
            case 1 -> new Target.Known(candidates.getFirst());
            case 0 -> unmatched(understood, ownId.isPresent());
            default -> new Target.Undecided();
        };
    }

    /** Articles that a person may choose from, the likeliest first. */
    static Stream<KnownArticle> likeliest(List<KnownArticle> candidates, List<String> names) {
        List<String> lowered =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return candidates.stream().sorted((a, b) -> Integer.compare(rank(a, lowered), rank(b, lowered)));
    }

    private static int rank(KnownArticle known, List<String> names) {
        boolean isById = names.contains(known.uri().toLowerCase(Locale.ROOT))
                || known.providerId()
                        .filter(id -> names.contains(id.toLowerCase(Locale.ROOT)))
                        .isPresent();
        return isById ? 0 : names.contains(known.sluglineKey()) ? 1 : 2;
    }

    /**
     * A kill or hold whose own id nobody knows may have overtaken its story; one that gives references or nothing at all
     * means a story that is not here. The whole text again, of whatever, is a story by itself.
     */
    private static Target unmatched(UnderstoodCopy understood, boolean hasId) {
        boolean hasText = !understood.article().getBody().isBlank();
        boolean refers = !understood.notice().references().isEmpty();
        return switch (understood.notice().order()) {
            case NONE, ADVISORY, CORRECTION, WRITE_THROUGH -> new Target.Itself();
            case HOLD -> hasText || (hasId && !refers) ? new Target.Itself() : new Target.Undecided();
            case KILL -> hasId && !refers ? new Target.Itself() : new Target.Undecided();
        };
    }

    private static boolean looksElsewhere(UnderstoodCopy understood) {
        Order order = understood.notice().order();
        return order != Order.NONE && order != Order.ADVISORY;
    }
}
