package news.slugline.enrich.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.slugline.enrich.text.Folding;
import news.slugline.enrich.text.ResourceLines;
import news.slugline.event.EntityType;
import news.slugline.event.Link;

/**
 * Tells which person or organisation of a table a name means, by its Wikidata id.
 *
 * <p>Only the whole name counts, and of two that share it neither is taken, unless the story names the country of one alone.
 */
final class NameLinker {

    /** Shared where the table tells it from others of the name by something in brackets. */
    private record Row(String id, EntityType type, String country, String kind, String name, boolean shared) {}

    private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^()]*\\)$");
    private static final double SOLE = 0.9;
    private static final double BY_COUNTRY = 0.8;

    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    NameLinker() {
        for (String line : ResourceLines.of("links/wikidata.tsv")) {
            String[] columns = line.split("\t", -1);
            String plain = BRACKETS.matcher(columns[4]).replaceFirst("");
            var row = new Row(
                    columns[0],
                    EntityType.valueOf(columns[1]),
                    columns[2],
                    columns[3],
                    plain,
                    !plain.equals(columns[4]));
            Stream.concat(Stream.of(plain), Stream.of(columns[5].split("\\|", -1)))
                    .filter(name -> !name.isBlank())
                    .distinct()
                    .forEach(name -> {
                        names.add(name);
                        rows.computeIfAbsent(key(row.type(), name), _ -> new ArrayList<>())
                                .add(row);
                    });
        }
    }

    /** Names of this type in the table, short forms among them. */
    Stream<String> names(EntityType type) {
        return names.stream().filter(name -> rows.containsKey(key(type, name)));
    }

    /**
     * The link of a name, where it is sure.
     *
     * @param named ISO 3166-1 codes of the countries that the story names
     */
    Optional<Link> link(EntityType type, String name, Set<String> named) {
        List<Row> same = rows.getOrDefault(key(type, name), List.of());
        if (same.size() == 1 && !same.getFirst().shared()) {
            return Optional.of(link(same.getFirst(), SOLE, "the only one of this name in the table"));
        }
        List<Row> near =
                same.stream().filter(row -> named.contains(row.country())).toList();
        return near.size() == 1
                ? Optional.of(link(near.getFirst(), BY_COUNTRY, "the story names its country"))
                : Optional.empty();
    }

    private static Link link(Row row, double confidence, String reason) {
        return new Link("wikidata", row.id(), confidence, row.name() + ", " + row.kind() + ": " + reason);
    }

    /** Short forms in capitals are not the words of the same letters: WHO, who. */
    private static String key(EntityType type, String name) {
        boolean shortForm = name.length() <= 5 && name.equals(name.toUpperCase(Locale.ROOT));
        return type + "/" + (shortForm ? name : Folding.fold(name));
    }
}
