package news.slugline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.slugline.ingest.copy.Copy;
import news.slugline.ingest.copy.Intake;
import news.slugline.ingest.copy.Taking;
import news.slugline.ingest.desk.Desks;
import news.slugline.ingest.desk.Door;
import news.slugline.ingest.format.Arrival;
import news.slugline.ingest.format.Formats;
import news.slugline.ingest.format.Payload;
import news.slugline.ingest.format.Reading;
import news.slugline.ingest.format.UnderstoodCopy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands in the items of a feed that are new or have changed; a changed one is a new version of the same article.
 *
 * <p>An item is remembered only after it was taken, so that a crash in between hands it in again.
 */
@Component
class FeedItems {

    private final Feeds feeds;
    private final Desks desks;
    private final Intake intake;
    private final TimeBasedEpochGenerator receiptIds;
    private final Clock clock;
    private final Formats formats = new Formats();

    FeedItems(Feeds feeds, Desks desks, Intake intake, TimeBasedEpochGenerator receiptIds, Clock clock) {
        this.feeds = feeds;
        this.desks = desks;
        this.intake = intake;
        this.receiptIds = receiptIds;
        this.clock = clock;
    }

    /** How many items were handed in; the first that could not be yet ends it, with the answer that says so. */
    record Result(int handedIn, Optional<Taking> refusal) {}

    Result handIn(Feed feed, byte[] content, String contentType) {
        int handedIn = 0;
        // feeds have the newest first: the oldest is handed in first, so that it is published first
        for (Payload item :
                formats.pieces(new Payload(content, contentType, null)).reversed()) {
            String sha256 = UnderstoodCopy.sha256(item.content());
            Item read = item(feed, item);
            Optional<Feeds.Known> known = feeds.item(feed.id(), read.guid(sha256));
            if (known.filter(last -> last.sha256().equals(read.sha256(sha256))).isEmpty()) {
                Taking taking = handIn(feed, item, read, known);
                if (!(taking instanceof Taking.Taken)) {
                    return new Result(handedIn, Optional.of(taking));
                }
                feeds.remember(feed.id(), read.guid(sha256), read.sha256(sha256), version(read, known));
                handedIn++;
            }
        }
        return new Result(handedIn, Optional.empty());
    }

    private Taking handIn(Feed feed, Payload item, Item read, Optional<Feeds.Known> known) {
        Instant now = clock.instant();
        return intake.take(new Copy(
                receiptIds.generate(),
                desks.named(feed.desk()),
                Door.feed,
                item,
                null,
                known.isPresent() || read.versionCreated().isPresent() ? Long.toString(version(read, known)) : null,
                false,
                now));
    }

    /** Grows with each change, also where the item's own date stands still. */
    private long version(Item read, Optional<Feeds.Known> known) {
        long own = read.versionCreated().orElseGet(clock::instant).toEpochMilli();
        return known.map(last -> Math.max(last.version() + 1, own)).orElse(own);
    }

    private Item item(Feed feed, Payload item) {
        var arrival = new Arrival(desks.named(feed.desk()).zone(), clock.instant());
        return switch (formats.read(item, arrival)) {
            case Reading.Unreadable _ -> new Item(null, null, Optional.empty());
            case Reading.Understood(var copy) ->
                new Item(
                        copy.article().getProviderId().orElse(null),
                        UnderstoodCopy.sha256(String.join(
                                        "\n",
                                        List.of(
                                                copy.article().getHeadline(),
                                                copy.article().getBody(),
                                                copy.article().getPubStatus().name()))
                                .getBytes(UTF_8)),
                        copy.versionCreated());
        };
    }

    /** What tells an item from others, and from itself as it was: its words, and not the feed's around it. */
    private record Item(@Nullable String guid, @Nullable String words, Optional<Instant> versionCreated) {

        String guid(String otherwise) {
            return guid == null ? otherwise : guid;
        }

        String sha256(String otherwise) {
            return words == null ? otherwise : words;
        }
    }
}
