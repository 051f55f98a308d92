package news.slugline.enrich.entity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import news.slugline.enrich.text.Folding;
import news.slugline.event.EntityType;

/** Ids of entities, fit for a URL: {@code person/ada-lovelace}. The same name gives the same id, for ever. */
final class EntityId {

    private static final int HASH_LETTERS = 12;

    private EntityId() {}

    static String of(EntityType type, String name) {
        return type.name() + "/" + slug(name);
    }

    /** A name that is not in Latin letters gets a hash, because romanising it takes knowing the language. */
    private static String slug(String name) {
        String folded = Folding.fold(name).replace("'", "").replace(".", "");
        String slug = folded.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        boolean latin = folded.codePoints().filter(Character::isLetter).allMatch(letter -> letter < 0x80);
        return latin && !slug.isEmpty() ? slug : hash(folded);
    }

    private static String hash(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, HASH_LETTERS);
    }
}
