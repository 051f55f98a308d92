package news.slugline.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks a part again and again whether it is well, for as long as its process lives. */
final class Health {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    private Health() {}

    /** @throws PartFailedException when the child has ended, or the time is over */
    static void await(Child child, Duration patience, BooleanSupplier healthy) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!healthy.getAsBoolean()) {
            if (!child.running()) {
                throw child.failed("ended while it was starting.");
            }
            if (System.nanoTime() > deadline) {
                throw child.failed("was not ready after " + patience.toSeconds() + " s.");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw child.failed("was not waited for.");
            }
        }
    }

    static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) ANSWER.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** True when the address answers 200. */
    static boolean answers(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
