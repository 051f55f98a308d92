package news.slugline.ingest.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import news.slugline.ingest.copy.Ingestion;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Fetches feeds over HTTP from addresses that the guard lets through, within bounds of time and size. */
final class Fetcher implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final AddressGuard guard;
    private final CloseableHttpClient http;
    private final String userAgent;

    Fetcher(AddressGuard guard, String contact) {
        this.guard = guard;
        this.userAgent = "Slugline (+" + contact + ")";
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new SystemDefaultDnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) throws UnknownHostException {
                        return guard.checked(host, super.resolve(host));
                    }
                })
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(CONNECT))
                        .setSocketTimeout(Timeout.of(ANSWER))
                        .build())
                .build();
        // redirects are followed here, where each is checked; nothing of one answer is sent with the next request
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(ANSWER))
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .build();
    }

    /**
     * An answer.
     *
     * @param address where it came from after redirects
     * @param movedTo where the feed has moved for good; null where it has not
     */
    record Fetched(int status, URI address, @Nullable URI movedTo, byte[] content, List<Header> headers) {

        Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.getName().equalsIgnoreCase(name))
                    .map(Header::getValue)
                    .findFirst();
        }
    }

    /** A conditional GET (RFC 9110): 304 where the feed has not changed. */
    Fetched get(URI address, @Nullable String etag, @Nullable String lastModified) throws IOException {
        URI at = address;
        URI movedTo = null;
        boolean isPermanent = true;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            guard.check(at);
            var request = new HttpGet(at);
            request.setHeader(
                    "Accept",
                    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5");
            if (etag != null) {
                request.setHeader("If-None-Match", etag);
            }
            if (lastModified != null) {
                request.setHeader("If-Modified-Since", lastModified);
            }
            Fetched fetched = execute(request, at);
            Optional<String> location = fetched.header("Location");
            if (fetched.status() / 100 != 3 || fetched.status() == 304 || location.isEmpty()) {
                return new Fetched(fetched.status(), at, movedTo, fetched.content(), fetched.headers());
            }
            at = resolve(at, location.get());
            isPermanent &= fetched.status() == 301 || fetched.status() == 308;
            movedTo = isPermanent ? at : null;
        }
        throw new IOException("The feed redirects more than " + MOST_REDIRECTS + " times.");
    }

    /** A form, as WebSub subscribes. */
    int post(URI address, List<NameValuePair> form) throws IOException {
        guard.check(address);
        var request = new HttpPost(address);
        request.setEntity(new UrlEncodedFormEntity(form));
        return execute(request, address).status();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private Fetched execute(HttpUriRequestBase request, URI address) throws IOException {
        request.setHeader("User-Agent", userAgent);
        return http.execute(
                request,
                response -> new Fetched(
                        response.getCode(), address, null, content(response), List.of(response.getHeaders())));
    }

    private static byte[] content(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        try (InputStream in = response.getEntity().getContent()) {
            byte[] content = in == null ? new byte[0] : in.readNBytes(Ingestion.MAX_COPY_BYTES + 1);
            if (content.length > Ingestion.MAX_COPY_BYTES) {
                throw new IOException("The feed is larger than " + Ingestion.MAX_COPY_BYTES + " bytes.");
            }
            return content;
        }
    }

    private static URI resolve(URI at, String location) throws IOException {
        try {
            return at.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("The feed redirects to something that is no address: " + location, e);
        }
    }
}
