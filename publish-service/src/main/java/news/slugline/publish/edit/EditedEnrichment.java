package news.slugline.publish.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.Decision;
import news.slugline.event.Enrichment;
import news.slugline.event.EnrichmentEdited;
import news.slugline.event.Entity;
import news.slugline.event.Provenance;
import news.slugline.event.Tag;

/** Puts the decisions of editors over what enrichment found. The same arguments always give the same answer. */
public final class EditedEnrichment {

    /** Stands in {@code Provenance.step} of what an editor pinned. */
    public static final String STEP = "editor";

    private EditedEnrichment() {}

    public static ArticleEnriched of(ArticleEnriched found, List<EnrichmentEdited> edits) {
        if (edits.isEmpty()) {
            return found;
        }
        var tags = new ArrayList<>(found.getEnrichment().getTags());
        var entities = new ArrayList<>(found.getEnrichment().getEntities());
        for (EnrichmentEdited edit : edits) {
            switch (edit.getDecision()) {
                case removed -> {
                    tags.removeIf(tag -> tag.getQcode().equals(edit.getId()));
                    entities.removeIf(entity -> entity.getId().equals(edit.getId()));
                }
                case pinned -> {
                    pin(tags, Tag::getQcode, edit, edit.getTag(), EditedEnrichment::pinned);
                    pin(entities, Entity::getId, edit, edit.getEntity(), EditedEnrichment::pinned);
                }
                case released -> {}
            }
        }
        return ArticleEnriched.newBuilder(found)
                .setEnrichment(Enrichment.newBuilder(found.getEnrichment())
                        .setTags(tags)
                        .setEntities(entities)
                        .build())
                .build();
    }

    private interface Pinning<T> {
        T pinned(T found, Provenance editor);
    }

    /** What enrichment found keeps its place, its words and mentions; what it did not find comes last. */
    private static <T> void pin(
            List<T> found, Function<T, String> id, EnrichmentEdited edit, Optional<T> wanted, Pinning<T> pinning) {
        var editor = provenance(edit);
        for (int at = 0; at < found.size(); at++) {
            if (id.apply(found.get(at)).equals(edit.getId())) {
                found.set(at, pinning.pinned(found.get(at), editor));
                return;
            }
        }
        wanted.map(one -> pinning.pinned(one, editor)).ifPresent(found::add);
    }

    private static Tag pinned(Tag tag, Provenance editor) {
        return Tag.newBuilder(tag).setProvenance(editor).build();
    }

    private static Entity pinned(Entity entity, Provenance editor) {
        return Entity.newBuilder(entity).setProvenance(editor).build();
    }

    private static Provenance provenance(EnrichmentEdited edit) {
        return new Provenance(STEP, "1", 1.0, "pinned by " + edit.getEditor() + " at " + edit.getDecidedAt());
    }

    /** Of the decisions those that took something away. */
    public static List<EnrichmentEdited> removals(List<EnrichmentEdited> edits) {
        return edits.stream()
                .filter(edit -> edit.getDecision() == Decision.removed)
                .toList();
    }
}
