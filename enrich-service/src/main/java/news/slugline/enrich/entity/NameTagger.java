package news.slugline.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.slugline.event.EntityType;

/**
 * Finds names by what was learned from annotated English news.
 *
 * <p>The names of agencies are left out: they are where news comes from.
 */
final class NameTagger {

    private static final Pattern SENTENCE_ENDS =
            Pattern.compile("[.!?…]+[\"”’)\\]]*\\s+[\"“‘(\\[]*|[^\\n]*\\n[\\s\\S]*");
    private static final EntityType[] TYPES = {
        EntityType.person, EntityType.organisation, EntityType.place, EntityType.event
    };

    /** Few events were learned from: below this, one is not said. */
    private static final double EVENT = 0.5;

    private final Cues cues;
    private final Gazetteer gazetteer;
    private final Organisations organisations;
    private final WordFeatures features;
    private final NameModel model;

    NameTagger(Cues cues, Gazetteer gazetteer, WordFeatures features, NameModel model) {
        this.cues = cues;
        this.gazetteer = gazetteer;
        this.organisations = new Organisations(cues);
        this.features = features;
        this.model = model;
    }

    List<Named> names(Passage passage) {
        var names = new ArrayList<Named>();
        for (int from = 0; from < passage.size(); ) {
            int to = from + 1;
            while (to < passage.size()
                    && !SENTENCE_ENDS.matcher(passage.token(to).gap()).matches()) {
                to++;
            }
            sentence(passage, from, to, names);
            from = to;
        }
        return names;
    }

    private void sentence(Passage passage, int from, int to, List<Named> names) {
        var sureness = new double[to - from];
        int[] labels = model.labels(features.of(passage, from, to), sureness);
        for (int at = 0; at < labels.length; at++) {
            if (labels[at] % 2 == 0) {
                continue;
            }
            int end = at + 1;
            double confidence = sureness[at];
            while (end < labels.length && labels[end] == labels[at] + 1) {
                confidence = Math.min(confidence, sureness[end]);
                end++;
            }
            boolean office = cues.isOffice(passage, from + at) && end > at + 1;
            EntityType type = office ? EntityType.person : TYPES[labels[at] / 2];
            int start = type == EntityType.person ? withoutTitle(passage, from + at, from + end) : from + at;
            boolean sure = type != EntityType.event || confidence >= EVENT;
            if (sure && !cues.has(Cue.AGENCY, passage.text(start, from + end))) {
                Named name = name(passage, start, from + end, type, confidence);
                names.add(name);
                if (type == EntityType.organisation) {
                    organisations.shortForm(passage, name, from + end).ifPresent(names::add);
                }
            }
        }
    }

    /** Where the name begins behind a title: Judge Helena Marsh, Secretary of State Ada Obi. */
    private int withoutTitle(Passage passage, int from, int to) {
        int start = from;
        while (start < to - 1
                && (cues.isTitle(passage.token(start)) || cues.is(Cue.TITLE_PREFIX, passage.token(start)))) {
            start++;
        }
        return start;
    }

    private Named name(Passage passage, int from, int to, EntityType type, double confidence) {
        String text = passage.text(from, to);
        Optional<String> listed = switch (type) {
            case place ->
                gazetteer.find(passage.key(from, to), passage.language()).map(Gazetteer.Place::name);
            case organisation -> cues.organisation(text);
            case person, event -> Optional.empty();
        };
        return passage.named(
                from,
                to,
                type,
                listed.orElse(text),
                confidence,
                "reads as "
                        + switch (type) {
                            case person -> "a person";
                            case organisation -> "an organisation";
                            case place -> "a place";
                            case event -> "an event";
                        });
    }
}
