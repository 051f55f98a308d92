package news.slugline.enrich.step;

import java.util.Locale;
import news.slugline.enrich.entity.EntityFinder;
import news.slugline.event.Article;
import news.slugline.event.Entity;
import news.slugline.event.Provenance;

/**
 * Names the people, organisations and places of the article.
 *
 * <p>In scripts without capitals it knows places only.
 */
public final class EntitiesStep implements EnrichmentStep {

    private final EntityFinder finder = new EntityFinder();

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Contribution enrich(Article article, Findings soFar) {
        String language = soFar.language()
                .map(found -> Locale.forLanguageTag(found.getTag()).getLanguage())
                .orElse("");
        return new Contribution.EntitiesFound(
                finder.find(article, language).stream().map(this::entity).toList());
    }

    private Entity entity(EntityFinder.Found found) {
        return new Entity(
                found.id(),
                found.type(),
                found.name(),
                found.mentions(),
                new Provenance(name(), version(), found.confidence()));
    }
}
