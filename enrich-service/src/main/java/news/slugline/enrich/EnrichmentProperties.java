package news.slugline.enrich;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the steps may take before the article goes on without them.
 *
 * @param textBudget for each step that reads text
 * @param pictureBudget for all pictures of an article together
 * @param relatedStories so many of the newest stories are remembered, to tell which belong together
 */
@ConfigurationProperties("slugline.enrichment")
record EnrichmentProperties(
        @DefaultValue("2s") Duration textBudget,
        @DefaultValue("10s") Duration pictureBudget,
        @DefaultValue("100000") int relatedStories) {}
