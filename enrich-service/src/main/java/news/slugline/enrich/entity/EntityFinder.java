package news.slugline.enrich.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.slugline.enrich.text.Folding;
import news.slugline.enrich.text.ResourceLines;
import news.slugline.event.Article;
import news.slugline.event.EntityType;
import news.slugline.event.Field;
import news.slugline.event.GeoPoint;
import news.slugline.event.Link;
import news.slugline.event.Mention;

/** Finds the people, organisations, places and events that an article's headline, standfirst, body and captions name. */
public final class EntityFinder {

    /**
     * One entity with its mentions, in the order of the text.
     *
     * @param confidence 0 to 1, of the surest mention
     * @param reason of the surest mention, for people
     * @param salience 0 to 1, of all entities of the article together 1
     * @param known where and what it is, where that is sure
     */
    public record Found(
            String id,
            EntityType type,
            String name,
            List<Mention> mentions,
            double confidence,
            String reason,
            double salience,
            Optional<Known> known) {}

    /** What is known of an entity beyond its name. */
    public record Known(List<Link> links, Optional<String> country, Optional<GeoPoint> point) {}

    private static final String ENGLISH = "en";

    /** Languages whose titles, given names and words such as ministry are listed. */
    private static final Set<String> RULED = Set.of("de", "es", "fr", "it", "pt");

    /** A name in the headline weighs as much as this many in the body; one in the first paragraph as the second. */
    private static final double HEADLINE = 4;

    private static final double FIRST_PARAGRAPH = 2;

    /** From here on, what was learned is not given up for a rule. */
    private static final double SURE = 0.9;

    private final Cues cues = new Cues();
    private final NameReader reader;
    private final Events events;
    private final NameTagger tagger;
    private final UncasedPlaces uncased;
    private final PlaceLinker placeLinker;
    private final NameLinker nameLinker = new NameLinker();

    public EntityFinder() {
        var gazetteer = new Gazetteer();
        this.reader = new NameReader(cues, gazetteer);
        this.events = new Events(cues);
        this.tagger = new NameTagger(cues, gazetteer, features(cues, gazetteer, nameLinker), NameModel.load());
        this.uncased = new UncasedPlaces(gazetteer);
        this.placeLinker = new PlaceLinker(gazetteer);
    }

    /** What the model sees of words: the same here as in training. */
    static WordFeatures features(Cues cues, Gazetteer gazetteer, NameLinker nameLinker) {
        var phrases = new Phrases();
        gazetteer.places().forEach((name, place) -> phrases.add(name, place.letter()));
        cues.organisations().forEach(name -> phrases.add(name, 'O'));
        nameLinker.names(EntityType.organisation).forEach(name -> phrases.add(name, 'O'));
        nameLinker.names(EntityType.person).forEach(name -> phrases.add(name, 'P'));
        ResourceLines.of("links/cities.tsv.gz").stream()
                .map(line -> line.split("\t", -1))
                .forEach(columns -> phrases.add(columns[6], 'T'));
        return new WordFeatures(cues, new NameWords(), phrases);
    }

    /**
     * In the order of their first mention. The article's own authors are left out.
     *
     * @param language ISO 639 code of the body
     */
    public List<Found> find(Article article, String language) {
        var passages = passages(article, language);
        var read = passages.stream().flatMap(this::names).toList();
        var byId = new LinkedHashMap<String, List<Named>>();
        var names = new Roster(cues, passages, read).names();
        var known = placeLinker.link(names, article.getLocated(), language);
        Set<String> countries = known.values().stream()
                .flatMap(place -> place.country().stream())
                .collect(Collectors.toSet());
        for (var name : names) {
            byId.computeIfAbsent(EntityId.of(name.type(), name.canonical()), _ -> new ArrayList<>())
                    .add(name);
        }
        var authors = article.getAuthors().stream().map(Folding::fold).toList();
        byId.values().removeIf(same -> authors.contains(Folding.fold(fullest(same))));
        int firstParagraph = article.getBody().indexOf("\n\n");
        int lead = firstParagraph < 0 ? article.getBody().length() : firstParagraph;
        double all =
                byId.values().stream().mapToDouble(same -> weight(same, lead)).sum();
        return byId.entrySet().stream()
                .map(entry -> found(
                        entry.getKey(),
                        entry.getValue(),
                        weight(entry.getValue(), lead) / all,
                        known(entry.getValue(), known, countries)))
                .toList();
    }

    /**
     * What is not looked for in a language, as {@code Enrichment.notTried} has it.
     *
     * @param language ISO 639
     */
    public static List<String> notTried(String language) {
        if (language.equals(ENGLISH)) {
            return List.of();
        }
        List<String> kinds =
                RULED.contains(language) ? List.of("events") : List.of("people", "organisations", "events");
        return kinds.stream().map(kind -> kind + ":" + language).toList();
    }

    private Stream<Named> names(Passage passage) {
        List<Named> names = passage.language().equals(ENGLISH)
                ? joined(joined(tagger.names(passage), reader.names(passage)), events.in(passage))
                : reader.names(passage);
        return Stream.concat(names.stream(), uncased.names(passage).stream());
    }

    /**
     * What was learned, but where a rule makes one name of its unsure parts, or two of one, or is surer than nothing: words
     * such as Ministry and Services, titles, given names and the particles behind them. Nothing that is learned tells an event
     * as surely as the word that ends its name.
     */
    private static List<Named> joined(List<Named> learned, List<Named> ruled) {
        List<Named> better = ruled.stream()
                .filter(name -> name.type() != EntityType.place)
                .filter(name -> learned.stream()
                        .filter(name::overlaps)
                        .allMatch(part -> name.type() == EntityType.event
                                ? name.contains(part)
                                : areBodies(part, ruled)
                                        || (name.covers(part) && (part.confidence() < SURE || isWider(name, part)))))
                .toList();
        return Stream.concat(
                        learned.stream().filter(name -> better.stream().noneMatch(name::overlaps)), better.stream())
                .toList();
    }

    /** A body is named after a place or a lesser body, never the other way round: University of Cape Coast. */
    private static boolean isWider(Named whole, Named part) {
        return whole.type() == EntityType.organisation && part.type() != EntityType.person;
    }

    /** Two bodies or more that an and made one: the Harbour Bank and Kenya Rail Services. */
    private static boolean areBodies(Named one, List<Named> ruled) {
        List<Named> within = ruled.stream().filter(one::overlaps).toList();
        return within.size() > 1
                && within.getFirst().start() == one.start()
                && within.getLast().end() == one.end()
                && within.stream().allMatch(name -> name.type() == EntityType.organisation);
    }

    private static List<Passage> passages(Article article, String language) {
        var passages = new ArrayList<>(List.of(
                Passage.of(Field.headline, Passage.NO_PICTURE, article.getHeadline(), language),
                Passage.of(
                        Field.subheadline,
                        Passage.NO_PICTURE,
                        article.getSubheadline().orElse(""),
                        language),
                Passage.of(Field.body, Passage.NO_PICTURE, article.getBody(), language)));
        IntStream.range(0, article.getPictures().size())
                .forEach(at -> article.getPictures()
                        .get(at)
                        .getCaption()
                        .ifPresent(caption -> passages.add(Passage.of(Field.caption, at, caption, language))));
        return passages;
    }

    private static double weight(List<Named> names, int lead) {
        return names.stream()
                .mapToDouble(name -> switch (name.field()) {
                    case headline -> HEADLINE;
                    case subheadline -> FIRST_PARAGRAPH;
                    case body -> name.start() < lead ? FIRST_PARAGRAPH : 1;
                    case caption -> 1;
                })
                .sum();
    }

    private static String fullest(List<Named> names) {
        return names.stream()
                .map(Named::text)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    private Optional<Known> known(List<Named> names, Map<String, Known> places, Set<String> countries) {
        Named first = names.getFirst();
        return switch (first.type()) {
            case place -> Optional.ofNullable(places.get(first.canonical()));
            case person, organisation ->
                Stream.of(fullest(names), first.canonical())
                        .flatMap(name -> nameLinker.link(first.type(), name, countries).stream())
                        .findFirst()
                        .map(link -> new Known(List.of(link), Optional.empty(), Optional.empty()));
            case event -> Optional.empty();
        };
    }

    private static Found found(String id, List<Named> names, double salience, Optional<Known> known) {
        Named surest = names.stream()
                .max(Comparator.comparingDouble(Named::confidence))
                .orElseThrow();
        return new Found(
                id,
                names.getFirst().type(),
                fullest(names),
                names.stream().map(Named::mention).toList(),
                surest.confidence(),
                surest.reason(),
                salience,
                known);
    }
}
