package news.slugline.monitor;

/**
 * How far a consumer group is behind on a topic.
 *
 * @param records written and not yet handled, over all partitions
 */
public record Lag(String group, String topic, long records) {}
