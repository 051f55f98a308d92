package news.slugline.publish.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import news.slugline.event.Article;
import news.slugline.event.Decision;
import news.slugline.event.EnrichmentEdited;
import news.slugline.event.Entity;
import news.slugline.event.Field;
import news.slugline.event.Mention;
import news.slugline.publish.story.Story;

/**
 * The texts of a story, cut where enrichment found names in them, and what editors decided.
 *
 * @param passages headline, standfirst, body and captions, those that the story has
 * @param decisions of editors that still hold, in their order
 */
public record Explanation(List<Passage> passages, List<EnrichmentEdited> decisions) {

    /** One text, in parts that make it up without a gap. */
    public record Passage(String name, List<Part> parts) {}

    /** A stretch of text; with the entity that it names, where it names one. */
    public record Part(String text, Optional<Entity> entity) {}

    private record Place(Mention mention, Entity entity) {}

    static Explanation of(Story story, List<EnrichmentEdited> edits) {
        Article article = story.article();
        var passages = new ArrayList<Passage>();
        passages.add(passage("Headline", article.getHeadline(), story, Field.headline, -1));
        article.getSubheadline()
                .ifPresent(text -> passages.add(passage("Standfirst", text, story, Field.subheadline, -1)));
        passages.add(passage("Body", article.getBody(), story, Field.body, -1));
        IntStream.range(0, article.getPictures().size())
                .forEach(at -> article.getPictures()
                        .get(at)
                        .getCaption()
                        .ifPresent(text -> passages.add(passage("Caption", text, story, Field.caption, at))));
        return new Explanation(
                List.copyOf(passages),
                edits.stream()
                        .filter(edit -> edit.getDecision() != Decision.released)
                        .toList());
    }

    private static Passage passage(String name, String text, Story story, Field field, int picture) {
        List<Place> places = story.entities().stream()
                .flatMap(entity -> entity.getMentions().stream().map(mention -> new Place(mention, entity)))
                .filter(place -> place.mention().getField() == field
                        && (field != Field.caption || place.mention().getPicture() == picture))
                .sorted(Comparator.comparingInt(place -> place.mention().getOffset()))
                .toList();
        var parts = new ArrayList<Part>();
        int at = 0;
        for (Place place : places) {
            int start = place.mention().getOffset();
            int end = start + place.mention().getLength();
            // What an earlier version of the text had is not shown at the wrong place.
            if (start < at || end > text.length()) {
                continue;
            }
            if (start > at) {
                parts.add(new Part(text.substring(at, start), Optional.empty()));
            }
            parts.add(new Part(text.substring(start, end), Optional.of(place.entity())));
            at = end;
        }
        if (at < text.length()) {
            parts.add(new Part(text.substring(at), Optional.empty()));
        }
        return new Passage(name, List.copyOf(parts));
    }
}
