package news.slugline.enrich.step;

import java.util.List;
import news.slugline.enrich.entity.EntityFinder;
import news.slugline.event.Article;
import news.slugline.event.ArticleIngested;
import news.slugline.event.Entity;
import news.slugline.event.Provenance;

/** Names the people, organisations, places and events of the article. */
public final class EntitiesStep implements EnrichmentStep {

    private static final String ENGLISH = "en";

    private final EntityFinder finder = new EntityFinder();

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public String version() {
        return "5";
    }

    /** Without any sign of the language the article is read as English. */
    @Override
    public Contribution enrich(ArticleIngested piece, Findings soFar) {
        Article article = piece.getArticle();
        String language = soFar.language(article).orElse(ENGLISH);
        // a caption's number is its picture's among those that go on
        var asItGoesOn =
                Article.newBuilder(article).setPictures(soFar.pictures()).build();
        return new Contribution.EntitiesFound(
                finder.find(asItGoesOn, language).stream().map(this::entity).toList(), EntityFinder.notTried(language));
    }

    private Entity entity(EntityFinder.Found found) {
        return Entity.newBuilder()
                .setId(found.id())
                .setType(found.type())
                .setName(found.name())
                .setMentions(found.mentions())
                .setProvenance(new Provenance(name(), version(), found.confidence(), found.reason()))
                .setSalience(found.salience())
                .setLinks(found.known().map(EntityFinder.Known::links).orElse(List.of()))
                .setCountry(found.known().flatMap(EntityFinder.Known::country).orElse(null))
                .setPoint(found.known().flatMap(EntityFinder.Known::point).orElse(null))
                .build();
    }
}
