package news.slugline.enrich.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.slugline.enrich.topic.TopicScorer;
import news.slugline.event.Article;
import news.slugline.event.ArticleIngested;
import news.slugline.event.Provenance;
import news.slugline.event.Tag;
import news.slugline.schemas.MediaTopics;

/**
 * Tags the article with IPTC Media Topics: those that the copy carried, and those that its words argue for.
 *
 * <p>In a language that it has no words of, it says nothing of its own.
 */
public final class TopicsStep implements EnrichmentStep {

    private static final String SCHEME = "medtop:";
    private static final String ENGLISH = "en";

    private final MediaTopics topics = new MediaTopics();
    private final TopicScorer scorer = new TopicScorer(topics);

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public Contribution enrich(ArticleIngested piece, Findings soFar) {
        Article article = piece.getArticle();
        Map<String, Tag> tags = new LinkedHashMap<>();
        article.getSubjects().stream()
                .filter(qcode -> qcode.startsWith(SCHEME))
                .forEach(qcode -> tags.put(qcode, tag(qcode, "copy", 1, List.of())));
        String language = soFar.language(article).orElse(ENGLISH);
        boolean known = scorer.knows(language);
        if (known) {
            scorer.topics(article, language)
                    .forEach(topic -> tags.putIfAbsent(
                            topic.qcode(), tag(topic.qcode(), name(), topic.confidence(), topic.words())));
        }
        return new Contribution.TopicsFound(
                List.copyOf(tags.values()), known ? List.of() : List.of("topics:" + language));
    }

    private Tag tag(String qcode, String step, double confidence, List<String> words) {
        return Tag.newBuilder()
                .setQcode(qcode)
                .setName(topics.name(qcode).orElse(qcode))
                .setProvenance(Provenance.newBuilder()
                        .setStep(step)
                        .setVersion(version())
                        .setConfidence(confidence)
                        .setReason(words.isEmpty() ? "" : String.join(", ", words))
                        .build())
                .setWords(words)
                .setBroader(topics.lineage(qcode).skip(1).toList())
                .build();
    }
}
