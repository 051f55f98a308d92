package news.slugline.enrich.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Fetches pictures that copy points to, within bounds of time and size.
 *
 * <p>Never from a private network, whatever a name resolves to when it is connected to, at every redirect.
 */
public final class PictureFetcher {

    /** What came of it. */
    public sealed interface Outcome {

        record Fetched(byte[] content) implements Outcome {}

        record Refused(String reason) implements Outcome {}
    }

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final int MOST_BYTES = 15 * 1024 * 1024;

    private final RestClient http;

    /**
     * Makes a fetcher for the public internet.
     *
     * @param allowedNetworks private addresses that may be asked for all that, as CIDR has them
     */
    public PictureFetcher(List<String> allowedNetworks) {
        var allowed = allowedNetworks.isEmpty()
                ? InetAddressFilter.externalAddresses()
                : InetAddressFilter.externalAddresses().or(allowedNetworks.toArray(String[]::new));
        var settings = HttpClientSettings.defaults()
                .withTimeouts(CONNECT, ANSWER)
                .withRedirects(HttpRedirects.FOLLOW_WHEN_POSSIBLE)
                .withInetAddressFilter(allowed);
        this.http = RestClient.builder()
                .requestFactory(ClientHttpRequestFactoryBuilder.httpComponents()
                        .withHttpClientCustomizer(
                                client -> client.disableCookieManagement().disableAutomaticRetries())
                        .build(settings))
                .defaultHeader(HttpHeaders.USER_AGENT, "Slugline")
                .defaultHeader(HttpHeaders.ACCEPT, "image/webp, image/jpeg, image/png, image/*;q=0.8")
                .build();
    }

    public Outcome fetch(String address) {
        try {
            var uri = URI.create(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("http") || scheme.equals("https");
            if (!isWeb || uri.getHost() == null) {
                return new Outcome.Refused("only http and https are fetched");
            }
            return http.get().uri(uri).exchange((_, response) -> read(response));
        } catch (IllegalArgumentException | RestClientException | FilteredHostException e) {
            return new Outcome.Refused("could not be fetched: " + e.getMessage());
        }
    }

    private static Outcome read(ClientHttpResponse response) throws IOException {
        if (!response.getStatusCode().is2xxSuccessful()) {
            return new Outcome.Refused(
                    "the server answered " + response.getStatusCode().value());
        }
        var type = response.getHeaders().getContentType();
        if (type != null && !type.getType().equals("image") && !type.equals(MediaType.APPLICATION_OCTET_STREAM)) {
            return new Outcome.Refused("it is " + type + " and no picture");
        }
        try (InputStream body = response.getBody()) {
            byte[] content = body.readNBytes(MOST_BYTES + 1);
            return content.length > MOST_BYTES
                    ? new Outcome.Refused("it is larger than " + MOST_BYTES + " bytes")
                    : new Outcome.Fetched(content);
        }
    }
}
