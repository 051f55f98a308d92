package news.slugline.local;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/** What has to be put in order at the Docker engine before the containers of a test can start. */
final class Containers {

    private static final String OWNER = "news.slugline.test.owner";
    private static final String HOST = "news.slugline.test.host";
    private static final long PULL_MINUTES = 10;

    private Containers() {}

    /** Labels that say which process of which machine a container or network belongs to. */
    static Map<String, String> labels() {
        var self = ProcessHandle.current();
        return Map.of(HOST, host(), OWNER, self.pid() + " " + startOf(self));
    }

    /** Removes what processes of this machine that are gone have left. */
    static void removeLeftovers() {
        var client = client();
        var ours = Map.of(HOST, host());
        for (var container : client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(ours)
                .exec()) {
            if (ownerIsGone(container.getLabels())) {
                client.removeContainerCmd(container.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec();
            }
        }
        for (var network : client.listNetworksCmd()
                .withFilter("label", List.of(HOST + "=" + host()))
                .exec()) {
            if (ownerIsGone(network.getLabels())) {
                client.removeNetworkCmd(network.getId()).exec();
            }
        }
    }

    /**
     * Fetches the images that the engine has not.
     *
     * @throws IllegalStateException that names the first that cannot be had
     */
    static void fetch(List<String> images) {
        for (var image : images) {
            try {
                client().inspectImageCmd(image).exec();
            } catch (NotFoundException absent) {
                pull(image);
            }
        }
    }

    private static void pull(String image) {
        try {
            if (!client().pullImageCmd(image).start().awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException(
                        "the image " + image + " did not arrive in " + PULL_MINUTES + " minutes");
            }
        } catch (DockerException | DockerClientException e) {
            throw new IllegalStateException("the image " + image + " cannot be had: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean ownerIsGone(@Nullable Map<String, String> labels) {
        var owner = labels == null ? "" : labels.getOrDefault(OWNER, "");
        var pid = owner.split(" ", 2)[0];
        return !pid.isEmpty()
                && ProcessHandle.of(Long.parseLong(pid))
                        .filter(process -> owner.equals(pid + " " + startOf(process)))
                        .isEmpty();
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static DockerClient client() {
        return DockerClientFactory.instance().client();
    }
}
