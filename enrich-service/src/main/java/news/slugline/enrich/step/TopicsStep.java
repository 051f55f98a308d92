package news.slugline.enrich.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import news.slugline.enrich.topic.MediaTopics;
import news.slugline.enrich.topic.TopicScorer;
import news.slugline.event.Article;
import news.slugline.event.Provenance;
import news.slugline.event.Tag;

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
        return "1";
    }

    @Override
    public Contribution enrich(Article article, Findings soFar) {
        Map<String, Tag> tags = new LinkedHashMap<>();
        article.getSubjects().stream()
                .filter(qcode -> qcode.startsWith(SCHEME))
                .forEach(qcode -> tags.put(qcode, tag(qcode, "copy", 1)));
        String language = language(article, soFar);
        if (scorer.knows(language)) {
            scorer.topics(article, language)
                    .forEach(topic -> tags.putIfAbsent(topic.qcode(), tag(topic.qcode(), name(), topic.confidence())));
        }
        return new Contribution.TopicsFound(List.copyOf(tags.values()));
    }

    /** Without any sign of the language the English words are tried: others hardly meet them. */
    private static String language(Article article, Findings soFar) {
        return soFar.language()
                .map(found -> found.getTag())
                .or(article::getLanguage)
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .orElse(ENGLISH);
    }

    private Tag tag(String qcode, String step, double confidence) {
        return new Tag(qcode, topics.name(qcode).orElse(qcode), new Provenance(step, version(), confidence));
    }
}
