package news.slugline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(Set.of("feeds.inside.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                        "224.0.0.1",
                "255.255.255.255", "192.0.0.8", "198.18.0.1", "::1", "fe80::1", "fc00::1", "fd12::1", "::ffff:10.0.0.1",
                "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "ff02::1", "::"
            })
    void keepsOutPrivateAddresses(String address) throws Exception {
        InetAddress[] resolved = InetAddress.getAllByName(address);

        assertThatThrownBy(() -> guard.checked("attacker.example", resolved))
                .isInstanceOf(ForbiddenAddressException.class);
        assertThatCode(() -> guard.checked("feeds.inside.example", resolved)).doesNotThrowAnyException();
    }

    @Test
    void keepsOutAHostOfWhichOneAddressIsPrivate() throws Exception {
        InetAddress[] mixed = {InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral("127.0.0.1")};
        assertThatThrownBy(() -> guard.checked("rebinding.example", mixed))
                .isInstanceOf(ForbiddenAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "8.8.8.8", "2606:4700::1111"})
    void letsPublicAddressesThrough(String address) throws Exception {
        assertThat(guard.checked("news.example", InetAddress.getAllByName(address)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://x.example/",
                "gopher://x.example/",
                "http://user:pw@x.example/",
                "http://x.example:22/",
                "http:///path"
            })
    void keepsOutWhatIsNoFeedsAddress(String address) {
        assertThatThrownBy(() -> guard.check(URI.create(address))).isInstanceOf(ForbiddenAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://2130706433/", "http://0x7f000001/", "http://127.1/"})
    void readsOddSpellingsOfAnAddressAsWhatTheyResolveTo(String address) throws Exception {
        String host = URI.create(address).getAuthority();
        try (var fetcher = new Fetcher(guard, "test")) {
            assertThatThrownBy(() -> fetcher.get(URI.create(address), null, null))
                    .as(host)
                    .isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void readsRetryAfterAsSecondsAndAsADate() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(RetryAfter.read("120", now)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 12:05:00 GMT", now)).contains(Duration.ofMinutes(5));
        assertThat(RetryAfter.read("soon", now)).isEmpty();
    }

    @Test
    void knowsADeliveryByItsSignature() {
        byte[] body = "<feed/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        String sha256 = hmac("HmacSHA256", body, "secret");

        assertThat(WebSub.isSigned(body, "sha256=" + sha256, "secret")).isTrue();
        assertThat(WebSub.isSigned(body, "sha256=" + sha256, "other")).isFalse();
        assertThat(WebSub.isSigned(body, "md5=" + sha256, "secret")).isFalse();
        assertThat(WebSub.isSigned(body, "", "secret")).isFalse();
        assertThat(WebSub.isSigned(body, "sha256=zz", "secret")).isFalse();
    }

    private static String hmac(String algorithm, byte[] body, String secret) {
        try {
            var mac = javax.crypto.Mac.getInstance(algorithm);
            mac.init(new javax.crypto.spec.SecretKeySpec(
                    secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), algorithm));
            return java.util.HexFormat.of().formatHex(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
