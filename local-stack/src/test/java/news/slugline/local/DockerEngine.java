package news.slugline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Whether a Docker engine answers: asked of the socket itself, because a client's own search takes many seconds. */
sealed interface DockerEngine {

    record Present(String where) implements DockerEngine {}

    record Absent(String reason) implements DockerEngine {}

    static DockerEngine find() {
        var where = where(System.getenv("DOCKER_HOST"));
        if (where == null) {
            return new Absent("no Docker engine is on this machine");
        }
        try {
            var answer = CompletableFuture.supplyAsync(() -> ping(where)).get(2, TimeUnit.SECONDS);
            return answer.startsWith("HTTP/1.1 200") ? new Present(where) : new Absent(where + " is no Docker engine");
        } catch (ExecutionException | TimeoutException e) {
            return new Absent("no Docker engine answers at " + where);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Absent("the search for a Docker engine was interrupted");
        }
    }

    private static @Nullable String where(@Nullable String given) {
        if (given != null) {
            return given;
        }
        return List.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"))
                .stream()
                .filter(Files::exists)
                .findFirst()
                .map(path -> "unix://" + path)
                .orElse(null);
    }

    private static String ping(String where) {
        try (var channel = SocketChannel.open(
                where.startsWith("unix:") ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET)) {
            channel.connect(address(URI.create(where)));
            channel.write(ByteBuffer.wrap("GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII)));
            var answer = ByteBuffer.allocate(64);
            channel.read(answer);
            return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SocketAddress address(URI where) {
        return "unix".equals(where.getScheme())
                ? UnixDomainSocketAddress.of(where.getPath())
                : new InetSocketAddress(where.getHost(), where.getPort());
    }
}
