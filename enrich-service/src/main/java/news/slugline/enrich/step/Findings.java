package news.slugline.enrich.step;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.slugline.event.Enrichment;
import news.slugline.event.Entity;
import news.slugline.event.Language;
import news.slugline.event.Picture;
import news.slugline.event.Tag;

/**
 * What the steps have found so far.
 *
 * @param pictures the article's pictures as they go on, never with content
 * @param missing names of the steps whose work is missing or incomplete
 */
public record Findings(
        Optional<Language> language,
        List<Entity> entities,
        List<Tag> tags,
        List<Picture> pictures,
        List<String> missing) {

    /** Before the first step: the pictures as they came, without their content. */
    public static Findings none(List<Picture> pictures) {
        return new Findings(
                Optional.empty(),
                List.of(),
                List.of(),
                pictures.stream().map(Findings::withoutContent).toList(),
                List.of());
    }

    private static Picture withoutContent(Picture picture) {
        return Picture.newBuilder(picture).setContent(null).build();
    }

    /** With what the step of this name adds. */
    public Findings with(String step, Contribution contribution) {
        return switch (contribution) {
            case Contribution.LanguageDetected(var detected) ->
                new Findings(detected, entities, tags, pictures, missing);
            case Contribution.EntitiesFound(var found) -> new Findings(language, found, tags, pictures, missing);
            case Contribution.TopicsFound(var found) -> new Findings(language, entities, found, pictures, missing);
            case Contribution.PicturesStored(var stored, var complete) -> {
                var stands = new Findings(language, entities, tags, stored, missing);
                yield complete ? stands : stands.without(step);
            }
        };
    }

    /** With the step of this name listed as missing. */
    public Findings without(String step) {
        return new Findings(
                language,
                entities,
                tags,
                pictures,
                Stream.concat(missing.stream(), Stream.of(step)).toList());
    }

    /** As it goes out. */
    public Enrichment toEnrichment() {
        return Enrichment.newBuilder()
                .setLanguage(language.orElse(null))
                .setEntities(entities)
                .setTags(tags)
                .setMissing(missing)
                .build();
    }
}
