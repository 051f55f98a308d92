package news.slugline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import news.slugline.event.EntityType;
import org.junit.jupiter.api.Test;

class EntityIdTest {

    @Test
    void transliteratesLatinLetters() {
        assertThat(EntityId.of(EntityType.person, "Ada Lovelace")).isEqualTo("person/ada-lovelace");
        assertThat(EntityId.of(EntityType.person, "Łukasz Grøn-Þórðarson")).isEqualTo("person/lukasz-gron-thordarson");
        assertThat(EntityId.of(EntityType.place, "Côte d’Ivoire")).isEqualTo("place/cote-divoire");
        assertThat(EntityId.of(EntityType.organisation, "G20 & Co.")).isEqualTo("organisation/g20-co");
    }

    @Test
    void hashesOtherLettersAlwaysAlike() {
        String id = EntityId.of(EntityType.person, "山田花子");

        assertThat(id).matches("person/[0-9a-f]{12}").isEqualTo(EntityId.of(EntityType.person, "山田花子"));
        assertThat(EntityId.of(EntityType.person, "山田太郎")).isNotEqualTo(id);
        assertThat(EntityId.of(EntityType.person, "🎉")).matches("person/[0-9a-f]{12}");
    }
}
