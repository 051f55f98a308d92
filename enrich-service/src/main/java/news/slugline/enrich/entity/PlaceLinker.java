package news.slugline.enrich.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.slugline.enrich.text.Folding;
import news.slugline.enrich.text.ResourceLines;
import news.slugline.event.EntityType;
import news.slugline.event.GeoPoint;
import news.slugline.event.Link;

/**
 * Tells which place of the world a name means: countries by their ISO 3166-1 code, states and provinces by their ISO 3166-2
 * code, towns by their GeoNames id.
 *
 * <p>Of places with one name it takes the larger, the one in a country that the story names, and the one near the others;
 * where that does not part them, none.
 */
final class PlaceLinker {

    /** A town of GeoNames with 15,000 people or more, or a capital. */
    private record City(String id, String country, GeoPoint point, long population) {}

    /** A candidate with what speaks for it, as powers of ten of its population. */
    private record Weighed(City city, double weight, String reason) {}

    private static final double NAMED_COUNTRY = 2.5;
    private static final double DATELINE = 2;
    private static final double NEIGHBOUR = 1;
    private static final double NEAR_KILOMETRES = 400;
    private static final double PARTED = 0.9;
    private static final double AREA = 0.95;
    private static final double EARTH_RADIUS = 6371;

    private final Gazetteer gazetteer;
    private final Map<String, List<City>> cities = new HashMap<>();
    private final Map<String, GeoPoint> points = new HashMap<>();

    PlaceLinker(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        for (String line : ResourceLines.of("links/cities.tsv.gz")) {
            String[] columns = line.split("\t", -1);
            var city = new City(
                    columns[0],
                    columns[1],
                    new GeoPoint(Double.parseDouble(columns[3]), Double.parseDouble(columns[4])),
                    Long.parseLong(columns[5]));
            Set<String> names = new HashSet<>(List.of(Folding.fold(columns[6])));
            if (columns.length > 7) {
                names.add(Folding.fold(columns[7]));
            }
            names.forEach(
                    name -> cities.computeIfAbsent(name, _ -> new ArrayList<>()).add(city));
        }
        for (String line : ResourceLines.of("links/points.tsv")) {
            String[] columns = line.split("\t", -1);
            points.put(columns[0], new GeoPoint(Double.parseDouble(columns[1]), Double.parseDouble(columns[2])));
        }
    }

    /**
     * The places among the names of a story, by their canonical names; a name that is not sure is not in it.
     *
     * @param located the dateline's place, where the story has one
     */
    Map<String, EntityFinder.Known> link(List<Named> names, Optional<String> located, String language) {
        var linked = new HashMap<String, EntityFinder.Known>();
        var places = names.stream()
                .filter(name -> name.type() == EntityType.place)
                .map(Named::canonical)
                .distinct()
                .toList();
        Set<String> named = new HashSet<>();
        List<GeoPoint> sure = new ArrayList<>();
        for (String place : places) {
            area(place, language).ifPresent(area -> {
                var known = area(area);
                area.country().ifPresent(named::add);
                area.subdivision().flatMap(_ -> known.point()).ifPresent(sure::add);
                linked.put(place, known);
            });
        }
        gazetteer
                .find(Folding.fold(located.orElse("")), language)
                .flatMap(Gazetteer.Place::country)
                .ifPresent(named::add);
        Optional<City> dateline = located.flatMap(place -> largest(place.split(",", 2)[0]));
        places.stream()
                .filter(place -> !linked.containsKey(place))
                .map(this::candidates)
                .filter(candidates -> candidates.size() == 1)
                .forEach(candidates -> sure.add(candidates.getFirst().point()));
        for (String place : places) {
            if (!linked.containsKey(place)) {
                chosen(candidates(place), named, dateline, sure).ifPresent(found -> linked.put(place, city(found)));
            }
        }
        return linked;
    }

    /** A country, state, province or sea, which is not the town of its name. */
    private Optional<Gazetteer.Place> area(String name, String language) {
        return gazetteer.find(Folding.fold(name), language).filter(place -> !place.isCity());
    }

    private List<City> candidates(String name) {
        return cities.getOrDefault(Folding.fold(name), List.of());
    }

    private Optional<City> largest(String name) {
        return candidates(name).stream().max(Comparator.comparingLong(City::population));
    }

    private static Optional<Weighed> chosen(
            List<City> candidates, Set<String> named, Optional<City> dateline, List<GeoPoint> sure) {
        List<Weighed> weighed = candidates.stream()
                .map(city -> weighed(city, named, dateline, sure))
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .toList();
        boolean parted = weighed.size() == 1
                || (weighed.size() > 1
                        && weighed.get(0).weight() - weighed.get(1).weight() >= PARTED);
        return parted ? Optional.of(weighed.getFirst()) : Optional.empty();
    }

    private static Weighed weighed(City city, Set<String> named, Optional<City> dateline, List<GeoPoint> sure) {
        double weight = Math.log10(Math.max(1000.0, (double) city.population()));
        String reason = "the largest of its name";
        if (sure.stream()
                .anyMatch(other -> !other.equals(city.point()) && kilometres(city.point(), other) < NEAR_KILOMETRES)) {
            weight += NEIGHBOUR;
            reason = "near other places of the story";
        }
        if (dateline.filter(other -> other.country().equals(city.country())).isPresent()) {
            weight += DATELINE;
            reason = "in the country of the dateline";
        }
        if (named.contains(city.country())) {
            weight += NAMED_COUNTRY;
            reason = "the story names its country";
        }
        return new Weighed(city, weight, reason);
    }

    /** By the haversine formula. */
    private static double kilometres(GeoPoint one, GeoPoint other) {
        double north = Math.toRadians(other.getLatitude() - one.getLatitude()) / 2;
        double east = Math.toRadians(other.getLongitude() - one.getLongitude()) / 2;
        double half = Math.pow(Math.sin(north), 2)
                + Math.cos(Math.toRadians(one.getLatitude()))
                        * Math.cos(Math.toRadians(other.getLatitude()))
                        * Math.pow(Math.sin(east), 2);
        return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(half));
    }

    private EntityFinder.Known area(Gazetteer.Place area) {
        Optional<Link> link = area.isCountry()
                ? area.country().map(code -> new Link("iso3166-1", code, AREA, "the name of a country"))
                : area.subdivision().map(code -> new Link("iso3166-2", code, AREA, "the name of a state or province"));
        return new EntityFinder.Known(
                link.stream().toList(), area.country(), link.map(Link::getId).map(points::get));
    }

    private static EntityFinder.Known city(Weighed found) {
        City city = found.city();
        double confidence = Math.min(0.95, 0.5 + found.weight() / 20);
        return new EntityFinder.Known(
                List.of(new Link("geonames", city.id(), confidence, found.reason())),
                Optional.of(city.country()),
                Optional.of(city.point()));
    }
}
