package news.slugline.enrich.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.slugline.enrich.text.Folding;
import news.slugline.enrich.text.ResourceLines;

/** Countries, regions and cities by their names in several languages. */
final class Gazetteer {

    /**
     * A place that is known.
     *
     * @param kind country, region or city
     * @param code ISO 3166-2 of a region that has one, else ISO 3166-1 alpha-2 of the country, or - for a place of several
     * @param name in English
     */
    record Place(String kind, String code, String name) {

        private static final int COUNTRY_LETTERS = 2;

        /** ISO 3166-1 alpha-2, unless it lies in several. */
        Optional<String> country() {
            return code.length() < COUNTRY_LETTERS ? Optional.empty() : Optional.of(code.substring(0, COUNTRY_LETTERS));
        }

        /** ISO 3166-2 of a state or province. */
        Optional<String> subdivision() {
            return code.length() > COUNTRY_LETTERS ? Optional.of(code) : Optional.empty();
        }

        boolean isCountry() {
            return kind.equals("country");
        }

        boolean isCity() {
            return kind.equals("city");
        }

        /** As {@link Phrases} has it. */
        char letter() {
            return switch (kind) {
                case "country" -> 'N';
                case "city" -> 'C';
                default -> 'R';
            };
        }
    }

    private record Entry(String language, Place place) {}

    private static final String ENGLISH = "en";

    /** Tokens in the longest name. */
    static final int LONGEST = 6;

    private final Map<String, List<Entry>> entries = new HashMap<>();

    Gazetteer() {
        for (String line : ResourceLines.of("entities/places.tsv")) {
            var columns = line.split("\t", -1);
            var names = columns[2].split("\\|", -1);
            var place = new Place(columns[0], columns[1], names[0]);
            addAll(ENGLISH, names, place);
            for (String translation : columns[3].split(";", -1)) {
                int equals = translation.indexOf('=');
                if (equals > 0) {
                    addAll(
                            translation.substring(0, equals),
                            translation.substring(equals + 1).split("\\|", -1),
                            place);
                }
            }
        }
    }

    private void addAll(String language, String[] names, Place place) {
        for (String name : names) {
            entries.computeIfAbsent(Folding.fold(name), _ -> new ArrayList<>()).add(new Entry(language, place));
        }
    }

    /** All names of places, each with its place. */
    Map<String, Place> places() {
        var places = new HashMap<String, Place>();
        entries.forEach((name, entries) -> places.put(name, entries.getFirst().place()));
        return places;
    }

    /** By folded name: in the language (ISO 639), else in English. Island is a place in German only. */
    Optional<Place> find(String key, String language) {
        return named(key, language).or(() -> named(key, ENGLISH));
    }

    /** By folded name in any language: for scripts that English does not share. */
    Optional<Place> find(String key) {
        return entries.getOrDefault(key, List.of()).stream().map(Entry::place).findFirst();
    }

    private Optional<Place> named(String key, String language) {
        return entries.getOrDefault(key, List.of()).stream()
                .filter(entry -> entry.language().equals(language))
                .map(Entry::place)
                .findFirst();
    }
}
