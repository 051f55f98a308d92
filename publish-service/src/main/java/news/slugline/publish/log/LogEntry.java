package news.slugline.publish.log;

import java.util.function.LongFunction;
import news.slugline.event.Receipt;
import news.slugline.schemas.Topic;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Something to tell others, before it has its place in the log.
 *
 * @param key of the record: the article's uri
 * @param receipt the piece that brought it about
 * @param event makes the event when its sequence is known
 */
public record LogEntry(Topic topic, String key, Receipt receipt, LongFunction<SpecificRecordBase> event) {}
