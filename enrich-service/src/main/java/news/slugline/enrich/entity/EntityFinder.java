package news.slugline.enrich.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import news.slugline.enrich.text.Folding;
import news.slugline.event.Article;
import news.slugline.event.EntityType;
import news.slugline.event.Field;
import news.slugline.event.Mention;

/** Finds the people, organisations and places that an article's headline, subheadline and body name. */
public final class EntityFinder {

    /**
     * One entity with its mentions, in the order of the text.
     *
     * @param confidence 0 to 1, of the surest mention
     */
    public record Found(String id, EntityType type, String name, List<Mention> mentions, double confidence) {}

    private final Cues cues = new Cues();
    private final NameReader reader;
    private final UncasedPlaces uncased;

    public EntityFinder() {
        var gazetteer = new Gazetteer();
        this.reader = new NameReader(cues, gazetteer);
        this.uncased = new UncasedPlaces(gazetteer);
    }

    /**
     * In the order of their first mention. The article's own authors are left out.
     *
     * @param language ISO 639 code of the body
     */
    public List<Found> find(Article article, String language) {
        var passages = passages(article, language);
        var read = passages.stream()
                .flatMap(passage -> Stream.concat(reader.names(passage).stream(), uncased.names(passage).stream()))
                .toList();
        var byId = new LinkedHashMap<String, List<Named>>();
        for (var name : new Roster(cues, passages, read).names()) {
            byId.computeIfAbsent(EntityId.of(name.type(), name.canonical()), _ -> new ArrayList<>())
                    .add(name);
        }
        var authors = article.getAuthors().stream().map(Folding::fold).toList();
        return byId.entrySet().stream()
                .map(entry -> found(entry.getKey(), entry.getValue()))
                .filter(found -> !authors.contains(Folding.fold(found.name())))
                .toList();
    }

    private static List<Passage> passages(Article article, String language) {
        return List.of(
                Passage.of(Field.headline, article.getHeadline(), language),
                Passage.of(Field.subheadline, article.getSubheadline().orElse(""), language),
                Passage.of(Field.body, article.getBody(), language));
    }

    private static Found found(String id, List<Named> names) {
        var first = names.getFirst();
        String fullest = names.stream()
                .map(Named::text)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        double confidence = names.stream().mapToDouble(Named::confidence).max().orElseThrow();
        return new Found(
                id, first.type(), fullest, names.stream().map(Named::mention).toList(), confidence);
    }
}
