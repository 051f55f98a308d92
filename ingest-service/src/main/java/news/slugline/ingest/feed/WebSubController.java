package news.slugline.ingest.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import news.slugline.ingest.copy.Ingestion;
import news.slugline.ingest.copy.Taking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where hubs confirm subscriptions and deliver (W3C WebSub). A delivery with a wrong signature is thanked for and dropped. */
@RestController
class WebSubController {

    private static final Logger log = LoggerFactory.getLogger(WebSubController.class);

    private final Feeds feeds;
    private final FeedItems items;
    private final WebSub webSub;

    WebSubController(Feeds feeds, FeedItems items, WebSub webSub) {
        this.feeds = feeds;
        this.items = items;
        this.webSub = webSub;
    }

    @GetMapping("/websub/{feed}")
    ResponseEntity<String> confirm(
            @PathVariable UUID feed,
            @RequestParam("hub.mode") String mode,
            @RequestParam("hub.topic") String topic,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge,
            @RequestParam(name = "hub.lease_seconds", defaultValue = "86400") long leaseSeconds) {
        return feeds.find(feed)
                .filter(found -> webSub.confirm(found, mode, topic, leaseSeconds))
                .map(_ ->
                        ResponseEntity.ok().header("Content-Type", "text/plain").body(challenge))
                .orElse(ResponseEntity.notFound().build());
    }

    @PostMapping("/websub/{feed}")
    ResponseEntity<Void> deliver(
            @PathVariable UUID feed,
            @RequestHeader(name = "X-Hub-Signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(Ingestion.MAX_COPY_BYTES + 1);
        Optional<Feed> found = feeds.find(feed);
        if (found.isEmpty()) {
            return ResponseEntity.status(410).build();
        }
        if (body.length > Ingestion.MAX_COPY_BYTES || !isSigned(found.get(), body, signature)) {
            log.warn("a delivery for feed {} is not signed by its hub, and is dropped", feed);
            return ResponseEntity.accepted().build();
        }
        var result = items.handIn(found.get(), body, request.getContentType() == null ? "" : request.getContentType());
        return switch (result.refusal().orElse(null)) {
            case Taking.Later later ->
                ResponseEntity.status(503)
                        .header(
                                "Retry-After",
                                Long.toString(Math.max(1, later.retryAfter().toSeconds())))
                        .build();
            case Taking.Barred _ -> ResponseEntity.status(410).build();
            case Taking.Taken _ -> throw new IllegalStateException("what was taken is no refusal");
            case null -> ResponseEntity.accepted().build();
        };
    }

    private static boolean isSigned(Feed feed, byte[] body, String signature) {
        @Nullable String secret = feed.secret();
        return secret != null && WebSub.isSigned(body, signature, secret);
    }
}
