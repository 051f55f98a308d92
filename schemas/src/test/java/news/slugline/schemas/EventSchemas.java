package news.slugline.schemas;

import java.util.List;
import news.slugline.event.ArticleEnriched;
import news.slugline.event.ArticleIngested;
import news.slugline.event.CopyReceived;
import news.slugline.event.CopyRejected;
import news.slugline.event.CopySettled;
import news.slugline.event.StoryPublished;
import org.apache.avro.Schema;

/** The schemas of the events that travel on topics, as they are now. */
final class EventSchemas {

    static final List<Schema> CURRENT = List.of(
            CopyReceived.getClassSchema(),
            CopyRejected.getClassSchema(),
            ArticleIngested.getClassSchema(),
            ArticleEnriched.getClassSchema(),
            StoryPublished.getClassSchema(),
            CopySettled.getClassSchema());

    private EventSchemas() {}
}
