package news.slugline.ingest.feed;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which addresses may be fetched: public ones by http and https, and private ones of hosts that are allowed by name.
 *
 * <p>Asked for every request and redirect, and again with the very addresses that are connected to: a name that resolves
 * to something else by then changes nothing.
 */
final class AddressGuard {

    private final Set<String> allowedHosts;

    AddressGuard(Set<String> allowedHosts) {
        this.allowedHosts = allowedHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Checks what can be told of an address before its name is resolved.
     *
     * @throws ForbiddenAddressException where it must not be fetched
     */
    void check(URI address) throws ForbiddenAddressException {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new ForbiddenAddressException("Only http and https are fetched, and not " + address + ".");
        }
        if (address.getHost() == null || address.getUserInfo() != null) {
            throw new ForbiddenAddressException("The address " + address + " names no host, or a user.");
        }
        boolean isUsual = address.getPort() < 0
                || address.getPort() == 80
                || address.getPort() == 443
                || address.getPort() >= 1024;
        if (!isUsual && !isAllowed(address.getHost())) {
            throw new ForbiddenAddressException("The port " + address.getPort() + " is not one for feeds.");
        }
    }

    /**
     * The addresses to connect to.
     *
     * @throws ForbiddenAddressException where any of them is private and the host is not allowed by name
     */
    InetAddress[] checked(String host, InetAddress[] addresses) throws UnknownHostException {
        for (InetAddress address : addresses) {
            if (isPrivate(address) && !isAllowed(host)) {
                throw new ForbiddenAddressException(
                        "The host " + host + " lies on a private network (" + address.getHostAddress()
                                + "). If it should be read, allow it by name in slugline.feeds.allowed-private-hosts.");
            }
        }
        return addresses;
    }

    private boolean isAllowed(String host) {
        return allowedHosts.contains(host.toLowerCase(Locale.ROOT));
    }

    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (bytes.length == 4 ? isReserved(bytes) : isReserved6(bytes));
    }

    /** RFC 6890: this network, shared space, protocol assignments, documentation, benchmarks, class E. */
    private static boolean isReserved(byte[] b) {
        int first = b[0] & 0xFF;
        int second = b[1] & 0xFF;
        int third = b[2] & 0xFF;
        return first == 0
                || first == 127
                || first == 10
                || (first == 100 && second >= 64 && second < 128)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 169 && second == 254)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19 || (second == 51 && third == 100)))
                || (first == 203 && second == 0 && third == 113)
                || first >= 224;
    }

    /** Unique local addresses, and those that carry an IPv4 address in them, by that one. */
    private static boolean isReserved6(byte[] b) {
        if ((b[0] & 0xFE) == 0xFC) {
            return true;
        }
        boolean isNat64 = b[0] == 0 && b[1] == 0x64 && (b[2] & 0xFF) == 0xFF && (b[3] & 0xFF) == 0x9B;
        boolean isTunnel = b[0] == 0x20 && b[1] == 0x02;
        boolean isTeredo = b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0;
        boolean isZero = true;
        for (int i = 0; i < 10; i++) {
            isZero &= b[i] == 0;
        }
        return isNat64 || isTeredo || isTunnel || isZero;
    }
}
