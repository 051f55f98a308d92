package news.slugline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Subscribes to the hub that a feed offers (W3C WebSub), and knows deliveries of the hub by their signature.
 *
 * <p>Without an address at which hubs reach us nothing is subscribed to, and the feed is polled.
 */
@Component
class WebSub {

    private static final Logger log = LoggerFactory.getLogger(WebSub.class);
    private static final Pattern LINK =
            Pattern.compile("<([^>]{1,2000})>\\s*;[^,]{0,200}?rel\\s*=\\s*\"?([\\w ]{1,60})\"?");
    private static final Duration LEASE = Duration.ofDays(7);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(1);

    private final Feeds feeds;
    private final Fetcher fetcher;
    private final FeedsProperties properties;
    private final Supplier<String> secrets;
    private final Clock clock;

    WebSub(Feeds feeds, Fetcher fetcher, FeedsProperties properties, Supplier<String> newKeys, Clock clock) {
        this.feeds = feeds;
        this.fetcher = fetcher;
        this.properties = properties;
        this.secrets = newKeys;
        this.clock = clock;
    }

    /** Subscribes where the feed offers a hub and there is no subscription that lasts. A failure costs the feed nothing. */
    void subscribe(Feed feed, Fetcher.Fetched fetched) {
        Optional<String> hub = link(fetched, "hub");
        boolean lasts = feed.isSubscribedAt(clock.instant().plus(RENEWED_BEFORE));
        if (properties.publicUrl() == null || hub.isEmpty() || lasts) {
            return;
        }
        String topic = link(fetched, "self").orElse(fetched.address().toString());
        String secret = secrets.get();
        try {
            feeds.subscribing(feed, hub.get(), topic, secret);
            int status = fetcher.post(
                    URI.create(hub.get()),
                    List.of(
                            new BasicNameValuePair("hub.mode", "subscribe"),
                            new BasicNameValuePair("hub.topic", topic),
                            new BasicNameValuePair("hub.callback", properties.publicUrl() + "/websub/" + feed.id()),
                            new BasicNameValuePair("hub.secret", secret),
                            new BasicNameValuePair("hub.lease_seconds", Long.toString(LEASE.toSeconds()))));
            log.info("asked the hub of feed {} for a subscription: {}", feed.url(), status);
        } catch (IOException | IllegalArgumentException e) {
            log.info("the hub of feed {} cannot be reached, so it is polled: {}", feed.url(), e.getMessage());
        }
    }

    /** Whether the hub asks about the very subscription that we asked for. */
    boolean confirm(Feed feed, String mode, String topic, long leaseSeconds) {
        if (!mode.equals("subscribe") || !topic.equals(feed.topic())) {
            return false;
        }
        Instant until = clock.instant().plusSeconds(Math.clamp(leaseSeconds, 60, LEASE.toSeconds() * 5));
        feeds.subscribed(feed, until);
        return true;
    }

    /** Whether a delivery is signed with the secret of the feed's subscription ({@code X-Hub-Signature}). */
    static boolean isSigned(byte[] body, String signature, String secret) {
        String[] parts = signature.split("=", 2);
        String algorithm = switch (parts[0].strip().toLowerCase(Locale.ROOT)) {
            case "sha1" -> "HmacSHA1";
            case "sha256" -> "HmacSHA256";
            case "sha384" -> "HmacSHA384";
            case "sha512" -> "HmacSHA512";
            default -> "";
        };
        if (parts.length != 2 || algorithm.isEmpty()) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            byte[] presented = HexFormat.of().parseHex(parts[1].strip().toLowerCase(Locale.ROOT));
            return MessageDigest.isEqual(mac.doFinal(body), presented);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    /** A link of the answer's header, else of the feed itself. */
    private static Optional<String> link(Fetcher.Fetched fetched, String rel) {
        return fetched.headers().stream()
                .filter(header -> header.getName().equalsIgnoreCase("Link"))
                .flatMap(header -> LINK.matcher(header.getValue()).results())
                .filter(link -> List.of(link.group(2).split(" ", -1)).contains(rel))
                .map(link -> link.group(1))
                .findFirst()
                .or(() -> inFeed(fetched, rel))
                .filter(url -> url.matches("(?i)https?://.+"));
    }

    private static Optional<String> inFeed(Fetcher.Fetched fetched, String rel) {
        int length = Math.min(fetched.content().length, 16 * 1024);
        String head = new String(fetched.content(), 0, length, UTF_8);
        return Jsoup.parse(head, "", Parser.xmlParser()).getAllElements().stream()
                .filter(element -> element.tagName().matches("(?i)(?:\\w+:)?link")
                        && element.attr("rel").equals(rel))
                .map((Element link) -> link.attr("href"))
                .findFirst();
    }
}
